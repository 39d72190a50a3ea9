package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Canvas;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(stream(out), stream(err), new Redactor(), TestShell.CLOCK, () -> 100, false, false, false);

    @Test
    void what_is_kept_aside_reaches_neither_stream_and_is_handed_over() {
        console.format(OutputFormats.JSON);
        var aside = console.aside(() -> {
            console.print(
                    "current", Report.builder().line("row a1").json("row", "a1").build(Exit.FINDING));
            console.problem("stamp", new Problem(Exit.REFUSED, "no", "why"));
            return Exit.REFUSED;
        });
        assertThat(out.size() + err.size()).isZero();
        assertThat(aside.exit()).isEqualTo(Exit.REFUSED);
        assertThat(aside.screen()).isEqualTo("row a1\nrestamp: no\n  why\n");
        assertThat(aside.answers()).extracting(Answer::command).containsExactly("current", "stamp");
        assertThat(console.document(aside.answers().getFirst()))
                .containsEntry("schema", "restamp.current/1")
                .containsEntry("exit", 1)
                .containsEntry("row", "a1");
        assertThat(aside.answers().getLast().problem()).isPresent();
        assertThat(console.format()).isEqualTo(OutputFormats.JSON);
    }

    @Test
    void a_transcript_has_what_the_screen_has_with_times_and_without_secrets() throws Exception {
        var file = home.resolve("kept/transcript.txt");
        console.redactor().learn("canary-1");
        console.transcript(Transcript.to(file, TestShell.CLOCK));
        console.typed("connect postgresql://jo:canary-1@db1/shop");
        console.show(Text.of("the word is canary-1 \u001b[2J"));
        console.problem("connect", new Problem(Exit.CONNECTION, "no canary-1", ""));
        assertThat(file).content().isEqualTo("""

                        2026-11-22T03:12:44Z  > connect postgresql://jo:***@db1/shop
                        the word is *** \\x1B[2J
                        restamp: no ***
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Each format has its own way to write such signs, and the table may break the line between them. */
    @ParameterizedTest
    @MethodSource("formats")
    void a_secret_of_unusual_signs_is_found_in_every_format(OutputFormat format) {
        var secret = "can<ary>&7_f*3 \"a|\\ " + "long ".repeat(30) + "end";
        console.redactor().learn(secret);
        console.format(format);
        console.show(Text.of("shown " + secret));
        console.print(
                "sql",
                Report.builder()
                        .line("a word before it " + secret)
                        .block(new Grid(List.of(Head.left(secret)), List.of(List.of(Text.of(secret)))))
                        .listed("rows", List.of(Json.object("value", secret)))
                        .next(Next.reads("sql " + secret, secret))
                        .build(Exit.OK));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("***").doesNotContain("ary", "end", "long long");
    }

    static List<OutputFormat> formats() {
        return OutputFormats.forAnyAnswer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "dot", "mermaid", "html"})
    void a_secret_is_found_in_every_text_of_a_picture(String format) {
        var secret = "can<ary>&7_f*3 \"a|\\ " + "long ".repeat(30);
        console.redactor().learn(secret);
        console.format(OutputFormats.named(format));
        var caption = new Block.Caption(secret, List.of(secret), "message " + secret, secret);
        var node = new Block.Node(secret, List.of("below " + secret), Set.of(), caption, List.of(Text.of(secret)));
        console.print(
                "history",
                Report.builder()
                        .line(secret)
                        .block(new Block.Graph(List.of(Head.left(secret)), 1, List.of(node)))
                        .build(Exit.OK));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("message ")
                .doesNotContain("can", "ary", "7_f", "long long");
    }

    @Test
    void a_steady_answer_does_not_depend_on_the_terminal_until_the_next_command() {
        var colourful =
                new Console(stream(out), stream(err), new Redactor(), TestShell.CLOCK, () -> 60, true, false, true);
        colourful.steady();
        assertThat(colourful.canvas()).isEqualTo(new Canvas(100, false, false));
        colourful.begin();
        assertThat(colourful.canvas()).isEqualTo(new Canvas(60, true, false));
    }

    @Test
    void quiet_leaves_answers_and_problems() {
        console.settings().quiet(true);
        console.remark(Text.of("by the way"));
        console.show(Text.of("the answer"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("the answer\n");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

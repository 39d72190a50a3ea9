package dev.restamp.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.Log;
import dev.restamp.shell.Redactor;
import dev.restamp.shell.command.Group;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jline.reader.Candidate;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell in these tests has three commands, two connections and two revisions, of which 6f70 is the likelier. */
class ShellCompleterTest {
    private static final List<Usage> COMMANDS = List.of(
            Usage.of("status", Group.LOOK, "What is wrong").build(),
            Usage.of("stamp", Group.REPAIR, "Write the row")
                    .operands("REV…", Operand.REVISION, 1, 9)
                    .flag("--plan", "only the plan")
                    .option("--expect", "REV", Operand.REVISION, "refuse unless the row is this")
                    .option("--confirm", "NAME", Operand.TEXT, "the name of the database")
                    .build(),
            Usage.of("practice", Group.LEARN, "Practise")
                    .words("start", "stop")
                    .operands("WORD [NAME]", Operand.SCENARIO, 1, 2)
                    .build());

    @TempDir
    private Path home;

    @Test
    void the_first_word_is_a_command_with_its_summary() throws IOException {
        assertThat(candidates("")).extracting(Candidate::value).containsExactly("status", "stamp", "practice");
        assertThat(candidates(""))
                .extracting(Candidate::descr)
                .containsExactly("What is wrong", "Write the row", "Practise");
        assertThat(values("sta")).containsExactly("status", "stamp");
        assertThat(values("pt")).as("letters in order").containsExactly("practice");
    }

    @Test
    void an_operand_is_what_the_command_wants_the_likeliest_first() throws IOException {
        assertThat(values("stamp ")).containsExactly("6f708192a3b4", "3c4d5e6f7081");
        assertThat(values("stamp 3c")).containsExactly("3c4d5e6f7081");
        assertThat(values("stamp ord")).as("a word of the message").containsExactly("3c4d5e6f7081");
        assertThat(values("practice start ")).containsExactly("restored-dump");
        assertThat(values("status ")).isEmpty();
    }

    @Test
    void the_order_of_proposals_is_kept_on_the_screen() throws IOException {
        assertThat(candidates("stamp ")).extracting(Candidate::sort).containsExactly(0, 1);
    }

    @Test
    void an_option_comes_with_its_help_and_only_once() throws IOException {
        assertThat(values("stamp -"))
                .containsExactly("--plan", "--expect", "--confirm", "--json", "--output", "--help");
        assertThat(candidates("stamp --pl")).extracting(Candidate::descr).containsExactly("only the plan");
        assertThat(values("stamp --plan head --"))
                .containsExactly("--expect", "--confirm", "--json", "--output", "--help");
    }

    @Test
    void behind_an_option_comes_its_value() throws IOException {
        assertThat(values("stamp --expect ")).containsExactly("6f708192a3b4", "3c4d5e6f7081");
        assertThat(values("stamp --confirm ")).isEmpty();
        assertThat(values("stamp --plan ")).as("a flag has none").containsExactly("6f708192a3b4", "3c4d5e6f7081");
    }

    @Test
    void fixed_words_come_before_operands() throws IOException {
        assertThat(values("practice ")).containsExactly("start", "stop");
    }

    @Test
    void an_at_sign_names_a_connection_and_a_command_follows() throws IOException {
        assertThat(values("@")).containsExactly("@db1", "@stage");
        assertThat(values("@s")).containsExactly("@stage");
        assertThat(values("@stage sta")).containsExactly("status", "stamp");
        assertThat(values("@stage stamp 3")).containsExactly("3c4d5e6f7081");
    }

    @Test
    void an_unknown_command_has_nothing_to_propose() throws IOException {
        assertThat(values("drop ")).isEmpty();
    }

    @Test
    void only_what_stands_before_the_cursor_counts() throws IOException {
        assertThat(complete("stamp 3c4 --plan", 7, ShellCompleterTest::operand)).containsExactly("3c4d5e6f7081");
    }

    @Test
    void what_is_shown_is_escaped() throws IOException {
        var menu = candidates("stamp ", (operand, cursor) -> List.of(new Proposal("a\u001b[2J", "b\u202e", "")));
        assertThat(menu).extracting(Candidate::displ).containsExactly("a\\x1B[2J");
        assertThat(menu).extracting(Candidate::descr).containsExactly("b\\u202E");
    }

    @Test
    void a_failing_source_leaves_the_line_alone_and_goes_to_the_log() throws IOException {
        assertThat(complete("stamp ", 6, (operand, cursor) -> {
                    throw new IllegalStateException("no such folder");
                }))
                .isEmpty();
        assertThat(log().file()).content().contains("completion", "no such folder");
    }

    private static List<Proposal> operand(Operand operand, Cursor ignored) {
        return switch (operand) {
            case REVISION ->
                List.of(
                        new Proposal("6f708192a3b4", "FITS  merge", "merge"),
                        new Proposal("3c4d5e6f7081", "add orders", "add orders"));
            case CONNECTION -> List.of(Proposal.of("@db1"), Proposal.of("@stage"));
            case LESSON -> List.of(Proposal.of("two-rows"));
            case SCENARIO -> List.of(Proposal.of("restored-dump"));
            case SIDE,
                    COUNTED,
                    EXPECTED,
                    SNAPSHOT,
                    TRACKER,
                    KIND,
                    TABLE,
                    STATEMENT,
                    PROFILE,
                    SCRIPT,
                    URL,
                    RECEIPT,
                    FOLDER,
                    FILE,
                    COMMAND,
                    FORMAT,
                    TEXT -> List.of();
        };
    }

    private List<String> values(String line) throws IOException {
        return complete(line, line.length(), ShellCompleterTest::operand);
    }

    private List<Candidate> candidates(String line) throws IOException {
        return candidates(line, ShellCompleterTest::operand);
    }

    private List<Candidate> candidates(String line, BiFunction<Operand, Cursor, List<Proposal>> operands)
            throws IOException {
        return menu(line, line.length(), operands);
    }

    private List<String> complete(String line, int cursor, BiFunction<Operand, Cursor, List<Proposal>> operands)
            throws IOException {
        return menu(line, cursor, operands).stream().map(Candidate::value).toList();
    }

    private List<Candidate> menu(String line, int cursor, BiFunction<Operand, Cursor, List<Proposal>> operands)
            throws IOException {
        var reader = LineReaderBuilder.builder()
                .terminal(new DumbTerminal(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream()))
                .build();
        var candidates = new ArrayList<Candidate>();
        new ShellCompleter(COMMANDS, Map::of, operands, log())
                .complete(reader, new DefaultParser().parse(line, cursor, ParseContext.COMPLETE), candidates);
        return candidates;
    }

    private Log log() {
        return new Log(home.resolve("restamp.log"), new Redactor(), false);
    }
}

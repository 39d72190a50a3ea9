package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.OutputFormat.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -o svg}, {@code dot} and {@code mermaid}. */
class PicturesTest {
    private static final List<String> EVIL = List.of(
            "<script>alert(1)</script>",
            "]]> --> <!--",
            "a & b &lt; &amp; \"quoted\" 'twice'",
            "\u001b[2J\u202egnp.exe\u2066\u200b",
            "back\\slash \\N \\",
            "%%{init: {'maxEdges': 1}}%%",
            "`md` **b** fa:fa-car $$x$$",
            "end; graph TD; A-->B",
            "non\uFFFEchar\uFFFF",
            "日本語 🐘");

    static List<String> evil() {
        return EVIL;
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @Test
    void a_revision_is_a_node_a_parent_a_line_and_a_mark_a_word() {
        var drawn = svg(PracticeHistory.report());
        assertThat(drawn.count("rs-node")).isEqualTo(16);
        assertThat(drawn.count("rs-edge")).isEqualTo(16);
        assertThat(drawn.tags()).containsExactly("head", "schema", "mergepoint", "row", "branchpoint");
        assertThat(drawn.text())
                .contains("i6j7k8l9m0n1", "feedback on insights, soft delete of conversations", "2025-10-31");
    }

    @Test
    void a_picture_says_what_it_shows_to_those_who_do_not_see_it() {
        assertThat(print("svg", PracticeHistory.report()))
                .contains("<title>restamp history</title>")
                .contains("<desc>Revisions, the newest on top. head: ec31ab63431d. row: i6j7k8l9m0n1. "
                        + "schema: ec31ab63431d.</desc>");
    }

    @Test
    void a_picture_fetches_nothing_and_runs_nothing() {
        assertThat(print("svg", PracticeHistory.report()).replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "url(", "@import", "<script", "<image", "onload");
    }

    @Test
    void the_lines_before_a_graph_stand_above_it() {
        var nodes = RandomGraph.nodes(1, 3);
        var report = Report.builder()
                .noted(Text.of("DRIFT", Style.BAD), "VD101")
                .block(RandomGraph.report(nodes).blocks().getFirst())
                .line("after")
                .build(Exit.FINDING);
        assertThat(svg(report).text()).contains("DRIFT   VD101").doesNotContain("after");
        assertThat(print("dot", report)).contains("label=\"DRIFT   VD101\"");
        assertThat(print("mermaid", report)).startsWith("%% DRIFT   VD101\nflowchart TB\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "dot", "mermaid"})
    void an_answer_without_a_graph_is_wrong_usage_and_says_where_there_is_one(String format) {
        var report = Report.builder().line("no graph").build(Exit.OK);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> print(format, report))
                .satisfies(problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.USAGE);
                    assertThat(problem.what()).isEqualTo(format + " draws a graph, and this answer has none");
                    assertThat(problem.hint()).contains("history -o " + format);
                });
    }

    @ParameterizedTest
    @MethodSource("evil")
    void no_text_is_more_than_text(String text) {
        var shown = Xml.text(text);
        var drawn = svg(hostile(text));
        assertThat(drawn.source()).contains("<text class=\"rs-text\"").contains(">" + shown + "<");
        assertThat(drawn.count("rs-node")).isEqualTo(2);
        assertThat(print("mermaid", hostile(text)).lines())
                .allMatch(line -> line.equals("flowchart TB")
                        || line.matches(" {2}r\\d+[\\[{(]+\"([^\"#;%`&{}\\[\\]]|<br/>|#\\d+;)*\"[\\])}]+")
                        || line.matches(" {2}r\\d+ --- r\\d+")
                        || line.matches(" {2}(classDef|class) [-a-z0-9,:# ]+"));
    }

    /** Graphviz itself must read what it is given; the labels it draws are those that were meant. */
    @ParameterizedTest
    @MethodSource("evil")
    void graphviz_draws_every_text_as_it_is(String text, @TempDir Path folder) throws Exception {
        var drawn = SvgParts.of(graphviz(print("dot", hostile(text)), folder));
        assertThat(drawn.text().replace('\u00a0', ' ')).contains(Escape.text(text));
        assertThat(drawn.count("node")).isEqualTo(3);
        assertThat(drawn.count("edge")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_the_graph_everything_is_drawn_and_nothing_on_top_of_another(int seed) {
        var nodes = RandomGraph.nodes(seed, 60);
        var drawn = svg(RandomGraph.report(nodes));
        var parents = nodes.stream().mapToInt(node -> node.parents().size()).sum();
        assertThat(drawn.count("rs-node")).isEqualTo(nodes.size());
        assertThat(drawn.count("rs-edge")).isEqualTo(parents);
        assertThat(drawn.paths("rs-node")).doesNotHaveDuplicates();
        assertThat(drawn.overlapping()).isEmpty();
        assertThat(drawn.outside()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dot_and_mermaid_have_a_line_for_each_parent(int seed) {
        var nodes = RandomGraph.nodes(seed, 60);
        var parents = nodes.stream().mapToInt(node -> node.parents().size()).sum();
        var report = RandomGraph.report(nodes);
        assertThat(print("dot", report).lines().filter(line -> line.contains(" -> ")))
                .hasSize(parents);
        assertThat(print("mermaid", report).lines().filter(line -> line.contains(" --- ")))
                .hasSize(parents);
    }

    @Test
    void a_long_message_is_cut_and_can_be_read_whole() {
        var long_ = "a message of many words ".repeat(10).strip();
        var drawn = svg(hostile(long_));
        assertThat(drawn.source()).contains("<title>" + long_ + "</title>").contains("…</text>");
        assertThat(drawn.overlapping()).isEmpty();
    }

    @Test
    void every_cell_beside_the_caption_is_in_the_page() {
        var diagnosis = SampleReports.diagnosis();
        var page = print("html", diagnosis);
        var graph = (Graph) diagnosis.blocks().getFirst();
        assertThat(graph.nodes())
                .allSatisfy(node -> assertThat(
                                node.cells().subList(1, node.cells().size()))
                        .allSatisfy(cell -> assertThat(page).contains(">" + Xml.text(cell.plain()) + "</text>")));
    }

    @Test
    void five_hundred_revisions_are_a_picture_of_a_sane_size() {
        var report = RandomGraph.report(RandomGraph.nodes(7, 500));
        assertThat(print("svg", report).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(700_000);
        assertThat(print("dot", report).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(150_000);
        assertThat(print("mermaid", report)).startsWith("%% ").contains("more than Mermaid draws by default");
        assertThat(print("mermaid", PracticeHistory.report())).doesNotContain("%%");
    }

    @Test
    void a_small_graph_leaves_room_for_what_stands_around_it() {
        var node = new Node("a", List.of(), Set.of(Mark.ROW, Mark.SCHEMA), Caption.of("a", ""), List.of(Text.of("a")));
        var report = Report.builder()
                .line("a heading that is wider than the graph below it, and wrapped where it is wider than ".repeat(2))
                .block(new Graph(List.of(Head.left("")), 1, List.of(node)))
                .build(Exit.OK);
        assertThat(svg(report).outside()).isEmpty();
        assertThat(svg(report).overlapping()).isEmpty();
    }

    /** Recorded with {@code -Dgolden=update}. */
    @Test
    void the_picture_in_the_documentation_is_as_it_is_drawn() throws IOException {
        var drawn = print("svg", PracticeHistory.report());
        var file = Path.of("docs/pictures/history.svg");
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, drawn);
        }
        assertThat(file).hasContent(drawn);
        var page = Files.readString(Path.of("docs/pictures.md"));
        assertThat(page).contains("](pictures/history.svg)");
        var example = page.substring(page.indexOf("```mermaid\n"));
        assertThat(print("mermaid", PracticeHistory.report()).lines())
                .containsAll(example.lines()
                        .skip(1)
                        .takeWhile(line -> !line.equals("```"))
                        .toList());
    }

    private static Report hostile(String text) {
        var nodes = List.of(
                new Node(
                        "a\\",
                        List.of(text, "b"),
                        Set.of(Mark.HEAD, Mark.ROW),
                        new Caption("a", List.of(text), text, ""),
                        List.of(Text.EMPTY, Text.of(text))),
                new Node("b", List.of(), Set.of(Mark.RUN), Caption.of(text, ""), List.of(Text.EMPTY, Text.EMPTY)));
        return Report.builder()
                .block(new Graph(List.of(Head.left(text), Head.left(text)), 1, nodes))
                .build(Exit.OK);
    }

    private static SvgParts svg(Report report) {
        return SvgParts.of(print("svg", report));
    }

    private static String print(String format, Report report) {
        return OutputFormats.named(format)
                .print(report, new Envelope("history", "1.0.0", "2026-11-22T03:12:44Z"), new Canvas(100, false, false));
    }

    private static String graphviz(String dot, Path folder) throws IOException, InterruptedException {
        var program = Stream.of(System.getenv("PATH").split(Pattern.quote(java.io.File.pathSeparator)))
                .map(path -> Path.of(path, "dot"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "no `dot` here: Graphviz is not asked");
        var file = Files.writeString(folder.resolve("graph.dot"), dot);
        var drawn = folder.resolve("graph.svg");
        var process = new ProcessBuilder(program.get().toString(), "-Tsvg", "-o", drawn.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readString(drawn);
    }
}

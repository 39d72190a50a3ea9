package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/**
 * The practised incident, played from the first look to the report; half a minute goes by with each line. The report is
 * recorded as the example of docs/report.md, with {@code -Dgolden=update}.
 */
class PracticeReportTest {
    private static final Path MARKDOWN = Path.of("docs/report-example.md");
    private static final Path HTML = Path.of("src/test/resources/report/incident.html");

    /** Kept between runs of the tests, so that PostgreSQL is unpacked once. */
    private static final Path CACHE = Path.of("target", "report cache").toAbsolutePath();

    private static final List<String> LINES = List.of(
            "practice start restored-dump",
            "status",
            "explain deploy.log",
            "note restored from the 02:40 dump by ana, ticket OPS-812",
            "diagnose",
            "diagnoze",
            "counts @local positions company_profiles position_factor_exposures",
            "who",
            "stamp ec31ab63431d --expect i6j7k8l9m0n1 --confirm railway",
            "status",
            "verify --against @local --counts --schema --content");

    @TempDir
    private static Path home;

    private static WholeShell shell;
    private static String markdown = "";
    private static String html = "";
    private static final Minutes CLOCK = new Minutes();

    /** A clock that goes on only when it is told to. */
    private static final class Minutes extends Clock {
        private Instant now = Instant.parse("2026-11-22T03:11:10Z");

        void pass() {
            now = now.plus(Duration.ofSeconds(30));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void play() throws IOException {
        Files.writeString(
                home.resolve("deploy.log"),
                "INFO  [alembic.runtime.migration] Running upgrade i6j7k8l9m0n1 -> j7k8l9m0n1o2, priority performance"
                        + " indexes, position volatility\n"
                        + "psycopg2.errors.DuplicateTable: relation \"idx_positions_active_complete\" already exists\n");
        shell = new WholeShell(home, home, Map.of("XDG_CACHE_HOME", CACHE.toString()), CLOCK);
        for (var line : LINES) {
            CLOCK.pass();
            var said = shell.run(OutputFormats.TABLE, line);
            assertThat(said.exit()).as(said.all()).isNotIn(Exit.BUG, Exit.REFUSED, Exit.CONNECTION);
        }
        CLOCK.pass();
        markdown = report("report -");
        html = report("report - -o html");
    }

    @AfterAll
    static void stop() {
        shell.close();
    }

    private static String report(String line) {
        var said = shell.run(OutputFormats.TABLE, line);
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.OK);
        return said.out();
    }

    /** What is another each time, as if it were always the same. */
    private static String steady(String report) {
        return report.replace(CACHE.toString(), "/home/jo/.cache")
                .replace(home.toString(), "/home/jo")
                .replaceAll("run-\\d+", "run-1")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:54321")
                .replaceAll("system \\d{15,}", "system 7710879488491200765")
                .replaceAll("r-\\d{8}-\\d{6}", "r-20261122-031537")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "03:15:37.112")
                .replaceAll("(?i)(transaction:?(?:\\*\\*|</span>)? )\\d+", "$1" + "877")
                .replaceAll("(By:(?:\\*\\*|</span>) )\\S+?(?=\\n|</li>)", "$1" + "jo")
                .replace("restamp " + Version.TEXT, "restamp 1.0.0");
    }

    private static void recorded(Path golden, String report) throws IOException {
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.createDirectories(golden.resolveSibling(""));
            Files.writeString(golden, report);
        }
        assertThat(report).isEqualTo(Files.readString(golden));
    }

    @Test
    void markdown_is_as_recorded() throws IOException {
        recorded(MARKDOWN, steady(markdown));
    }

    @Test
    void html_is_as_recorded() throws IOException {
        recorded(HTML, steady(html));
    }

    @Test
    void html_is_well_formed_runs_nothing_and_asks_no_network() throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        assertThat(html)
                .contains("default-src 'none'", "<title>Incident: the version row is behind the schema")
                .doesNotContain("<script", "<link", "<img", "href=", "src=", "url(");
    }

    /** What the shape of a report promises: its sections, in order. */
    @Test
    void markdown_has_its_sections_and_nothing_but_text_tables_and_code() {
        var titles = new ArrayList<String>();
        var languages = new ArrayList<String>();
        var odd = new ArrayList<String>();
        var text = TextContentRenderer.builder().build();
        parsed(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() < 3) {
                    titles.add(text.render(heading));
                }
            }

            @Override
            public void visit(FencedCodeBlock code) {
                languages.add(code.getInfo());
            }

            @Override
            public void visit(IndentedCodeBlock code) {
                languages.add("drawn");
                assertThat(code.getLiteral()).contains("ec31ab63431d (head) (mergepoint)");
            }

            @Override
            public void visit(Link link) {
                odd.add(link.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                odd.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                odd.add(html.getLiteral());
            }
        });
        assertThat(odd).isEmpty();
        assertThat(titles)
                .containsExactly(
                        "Incident: the version row is behind the schema on railway:railway",
                        "Problem",
                        "Evidence (before)",
                        "Change",
                        "Verification (after)",
                        "Database status",
                        "Why this way",
                        "Not checked",
                        "How to undo",
                        "Commands for next time",
                        "Related files",
                        "Timeline");
        assertThat(languages).containsExactly("text", "drawn", "sql", "text", "text", "sql", "text");
    }

    @Test
    void every_row_of_a_table_has_as_many_cells_as_its_head() {
        var widths = new ArrayList<List<Integer>>();
        parsed(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof TableBlock) {
                    widths.add(rows(block));
                }
            }
        });
        // Proofs, before and after, verified, counted, timeline.
        assertThat(widths).hasSize(5).allSatisfy(rows -> assertThat(rows).containsOnly(rows.getFirst()));
        assertThat(widths).extracting(List::getFirst).containsExactly(4, 3, 3, 4, 3);
    }

    /** The number of cells of each row. */
    private static List<Integer> rows(Node node) {
        var rows = new ArrayList<Integer>();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow) {
                var cells = 0;
                for (var cell = child.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells += cell instanceof TableCell ? 1 : 0;
                }
                rows.add(cells);
            } else {
                rows.addAll(rows(child));
            }
        }
        return rows;
    }

    private static Node parsed(String markdown) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
    }

    /** It ends where the work ends: what is proposed after the repair is the report. */
    @Test
    void after_the_repair_the_report_is_proposed() {
        assertThat(shell.run(OutputFormats.TABLE, "status").out()).contains("1  report incident.md");
    }

    /** Whoever has nothing but the report must be able to take the change back, and to make it again. */
    @Test
    void what_it_says_can_be_typed() {
        var report = markdown;
        assertThat(typed(line(report, "undo "))).isEqualTo(Exit.OK);
        assertThat(typed("status")).isEqualTo(Exit.FINDING);
        assertThat(typed(line(report, "stamp "))).isEqualTo(Exit.OK);
        assertThat(typed("status")).isEqualTo(Exit.OK);
    }

    private static Exit typed(String line) {
        return shell.run(OutputFormats.TABLE, line).exit();
    }

    private static String line(String report, String begins) {
        return report.lines()
                .filter(line -> line.startsWith(begins))
                .findFirst()
                .orElseThrow();
    }
}

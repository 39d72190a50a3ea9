package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.OutputFormat.Envelope;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** What other programs make of the output. */
class FormatsTest {
    private static final Envelope ENVELOPE = new Envelope("counts", "1.0.0", "2026-11-22T03:12:44Z");
    private static final Canvas CANVAS = new Canvas(100, false, false);

    private static final List<String> EVIL = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1)) ![b](http://evil/x.png)",
            "| a | b |",
            "```\n# heading",
            "- list",
            "1. list",
            "a\\|b `c` **d** __e__ ~~f~~ http://evil/ <http://evil/> &lt;",
            "=HYPERLINK(\"http://evil\")",
            "'\"><b>",
            "--> ]]>");

    @Test
    void a_csv_reader_reads_back_every_value() {
        var report = Report.builder()
                .records(EVIL.stream()
                        .map(text -> Json.object("name", text, "rows", 5, "none", null))
                        .toList())
                .build(Exit.OK);
        var rows = csv(print("csv", report));
        assertThat(rows)
                .extracting(row -> row.get("name"))
                .containsExactlyElementsOf(EVIL.stream().map(Escape::text).toList());
        assertThat(rows).extracting(row -> row.get("rows")).containsOnly("5");
        assertThat(rows).extracting(row -> row.get("none")).containsOnly("");
    }

    @Test
    void csv_for_a_spreadsheet_holds_no_formula() {
        var report = Report.builder()
                .records(List.of(Json.object("a", "=1+1", "b", "+1", "c", "-1", "d", "@x", "e", -5, "f", "a=1")))
                .build(Exit.OK);
        assertThat(print("excel", report)).isEqualTo("a,b,c,d,e,f\r\n\"'=1+1\",\"'+1\",\"'-1\",\"'@x\",-5,a=1\r\n");
        assertThat(print("csv", report)).isEqualTo("a,b,c,d,e,f\r\n=1+1,+1,-1,@x,-5,a=1\r\n");
    }

    @Test
    void ndjson_has_a_line_for_each_record_and_one_where_there_are_none() {
        var several = Report.builder()
                .listed("tables", List.of(Json.object("name", "a"), Json.object("name", "b")))
                .build(Exit.OK);
        assertThat(print("ndjson", several)).isEqualTo("{\"name\":\"a\"}\n{\"name\":\"b\"}\n");
        var single = Report.builder().json("version", "1.0").build(Exit.OK);
        assertThat(print("ndjson", single)).isEqualTo("{\"version\":\"1.0\"}\n");
        assertThat(print("csv", single)).isEqualTo("version\r\n1.0\r\n");
        var empty = Report.builder().listed("tables", List.of()).build(Exit.OK);
        assertThat(print("ndjson", empty)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("evil")
    void no_text_becomes_markup_in_markdown(String text) {
        var parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        var document = parser.parse(print("md", report(text)));
        var strange = new HashSet<String>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                strange.add("link " + link.getDestination());
            }

            @Override
            public void visit(Image image) {
                strange.add("image " + image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                strange.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                strange.add(html.getLiteral());
            }
        });
        assertThat(strange).isEmpty();
        var renderer = TextContentRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build();
        assertThat(renderer.render(document)).contains(Escape.text(text));
    }

    @ParameterizedTest
    @MethodSource("evil")
    void no_text_becomes_a_tag_in_html_and_every_text_is_there(String text) throws Exception {
        var page = print("html", report(text));
        var factory = DocumentBuilderFactory.newInstance();
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        var names = new HashSet<String>();
        collect(document.getDocumentElement(), names);
        assertThat(names)
                .isSubsetOf(
                        "html",
                        "html@lang",
                        "head",
                        "meta",
                        "meta@charset",
                        "meta@http-equiv",
                        "meta@content",
                        "meta@name",
                        "title",
                        "style",
                        "body",
                        "h1",
                        "h2",
                        "pre",
                        "table",
                        "tr",
                        "th",
                        "td",
                        "span",
                        "span@class",
                        "ol",
                        "li",
                        "code",
                        "footer",
                        "div",
                        "div@class",
                        "svg",
                        "svg@xmlns",
                        "svg@class",
                        "svg@width",
                        "svg@height",
                        "svg@viewBox",
                        "svg@xml:space",
                        "svg@role",
                        "svg@aria-label",
                        "g",
                        "g@class",
                        "path",
                        "path@class",
                        "path@d",
                        "rect",
                        "rect@class",
                        "rect@x",
                        "rect@y",
                        "rect@width",
                        "rect@height",
                        "rect@rx",
                        "text",
                        "text@class",
                        "text@x",
                        "text@y",
                        "tspan",
                        "tspan@class",
                        "td@class",
                        "th@class");
        assertThat(document.getDocumentElement().getTextContent()).contains(Escape.text(text));
    }

    @Test
    void plain_has_tabs_between_cells_and_no_drawing() {
        var grid = new Grid(
                List.of(Head.left("table"), Head.right("rows")),
                List.of(List.of(Text.of("a\tb"), Text.of("1")), List.of(Text.of("c"), Text.EMPTY)));
        var report = Report.builder()
                .block(grid)
                .noted(Text.of("  DRIFT", Style.BAD), "VD101")
                .next(Next.reads("status", ""))
                .build(Exit.OK);
        assertThat(print("plain", report)).isEqualTo("table\trows\na\\x09b\t1\nc\nDRIFT\tVD101\n");
    }

    @Test
    void a_format_that_is_not_there_is_wrong_usage_with_the_list() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> OutputFormats.named("xml"))
                .satisfies(problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.USAGE);
                    assertThat(problem.hint()).contains("table, plain, json, ndjson, csv");
                });
    }

    static List<String> evil() {
        return EVIL;
    }

    private static Report report(String text) {
        var heads = List.of(Head.left(text), Head.right(""));
        return Report.builder()
                .line("first")
                .line(text)
                .noted(Text.of(text, Style.BAD), text)
                .block(new Block.Fields(List.of(new Block.Field(text, Text.of(text), text))))
                .block(new Grid(heads, List.of(List.of(Text.of(text), Text.of(text, Style.GOOD)))))
                .block(new Block.Graph(
                        heads,
                        1,
                        List.of(new Block.Node(
                                text,
                                List.of(text),
                                Set.of(Block.Mark.ROW, Block.Mark.MERGE),
                                new Block.Caption(text, List.of(text), text, text),
                                List.of(Text.of(text), Text.of(text))))))
                .next(Next.reads(text, text))
                .build(Exit.FINDING);
    }

    private static String print(String format, Report report) {
        return OutputFormats.named(format).print(report, ENVELOPE, CANVAS);
    }

    private static List<Map<String, String>> csv(String text) {
        var schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(text)) {
            return rows.readAll();
        }
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof Element element) {
            names.add(element.getTagName());
            for (var i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getTagName() + "@"
                        + element.getAttributes().item(i).getNodeName());
            }
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, names);
        }
    }
}

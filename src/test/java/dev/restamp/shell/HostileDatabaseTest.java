package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database and a project whose every name wants to do harm, and every command in every format on them: nothing that comes
 * out may move a cursor, turn a line, become a tag, a link or a formula, or break the format it stands in.
 */
class HostileDatabaseTest {
    /** Cut so that each fits into the 63 bytes of a name. */
    private static final List<String> NAMES = List.of(
            "t\u001b[2J\u001b[31mred",
            "t\u001b]0;owned\u0007",
            "t\u009b2J\u0085\b\u007f",
            "t\u202egnp.exe\u2066\u200b",
            "t\r\n\ttab\u2028",
            "t<img src=x onerror=alert(1)>",
            "t[a](javascript:alert(1))",
            "t|a|`b`\"\\",
            "=HYPERLINK(\"http://evil\")",
            "'; DROP TABLE users; --");

    private static final String ROW = "r\u001b[2J\u202e<b>|`";
    private static final String ALL = String.join("", NAMES);

    /** Commands that show nothing of a database, or need a terminal or a server of their own. */
    private static final List<String> ELSEWHERE = List.of("clear", "quit", "disconnect");

    /** Their schemas are recorded elsewhere, from an answer of each form. */
    private static final Set<String> SEVERAL_FORMS = Set.of("upgrade");

    private static final Map<String, String> LINES = lines();

    @TempDir
    private static Path home;

    private static WholeShell shell;

    @BeforeAll
    static void open() throws IOException {
        var database = TestPostgres.database();
        fill(database);
        var other = TestPostgres.database();
        other.run("CREATE TABLE users (id text)", "CREATE TABLE " + quoted(NAMES.getFirst()) + " (b text DEFAULT 'x')");
        shell = new WholeShell(project(), home, Map.of("DATABASE_URL", RealAlembic.url(database)));
        shell.run(OutputFormats.TABLE, "connect " + RealAlembic.url(other) + " --as other");
        shell.run(OutputFormats.TABLE, "connect --as first");
        shell.run(OutputFormats.TABLE, "status");
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @Test
    void every_command_has_its_turn() {
        assertThat(Stream.concat(LINES.keySet().stream(), ELSEWHERE.stream()))
                .containsExactlyInAnyOrderElementsOf(shell.names());
    }

    @ParameterizedTest(name = "{0} -o {1}")
    @MethodSource("everything")
    void does_no_harm(String command, String format) throws Exception {
        var said = shell.run(OutputFormats.named(format), LINES.getOrDefault(command, ""));
        assertThat(said.exit()).as(said.all()).isNotEqualTo(Exit.BUG);
        assertThat(obeyed(said.all())).as(said.all()).isEmpty();
        assertThat(said.all()).doesNotContain(TestPostgres.PASSWORD, "c%40nary");
        well(format, said.out());
    }

    @Test
    void what_is_recorded_of_it_does_no_harm_either() {
        var said = shell.run(OutputFormats.TABLE, "practice record ./recorded");
        assertThat(said.out()).as(said.all()).contains("RECORDED", "no difference; status says the same");
        assertThat(obeyed(said.all())).isEmpty();
    }

    /** Their rows and the names of their tables are bytes of a database as well. */
    @ParameterizedTest
    @MethodSource("formats")
    void what_another_tool_wrote_does_no_harm(String format) throws Exception {
        for (var tool : List.of("django", "knex")) {
            var said = shell.run(OutputFormats.named(format), "current -v --tracker " + tool);
            assertThat(said.exit()).as(said.all()).isNotEqualTo(Exit.BUG);
            assertThat(obeyed(said.all())).as(said.all()).isEmpty();
            well(format, said.out());
        }
        assertThat(shell.run(OutputFormats.TABLE, "current -v --tracker django").out())
                .contains("Django", "\\x1B[2J");
    }

    static Stream<String> formats() {
        return OutputFormats.ALL.stream().map(OutputFormat::name);
    }

    @Test
    void json_keeps_the_values() throws IOException {
        var tables = shell.run(OutputFormats.JSON, "tables").out();
        var names = new JsonMapper().readTree(tables).get("tables");
        assertThat(names).extracting(table -> table.get("name").stringValue()).contains("public." + NAMES.getFirst());
        var current = shell.run(OutputFormats.JSON, "current").out();
        assertThat(new JsonMapper().readTree(current).get("row").get(0).stringValue())
                .isEqualTo(ROW);
    }

    /** The schemas are recorded with {@code -Dgolden=update}: what is in one may be added to, and never taken away. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void json_is_as_its_schema_says(String command) throws IOException {
        var answer =
                shell.run(OutputFormats.JSON, LINES.getOrDefault(command, "")).out();
        var documents = answer.lines().map(new JsonMapper()::readTree).toList();
        var file = Path.of("docs/schemas/" + command + ".json");
        if ("update".equals(System.getProperty("restamp.golden")) && !SEVERAL_FORMS.contains(command)) {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, JsonShape.schema(documents.getLast()));
        }
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
        assertThat(schema.validate(documents.getLast())).as(answer).isEmpty();
        assertThat(Files.readString(Path.of("docs/json.md")))
                .contains(documents.getLast().propertyNames().stream()
                        .map(name -> "`" + name + "`")
                        .toList());
    }

    static Set<String> commands() {
        return LINES.keySet();
    }

    static void well(String format, String out) throws Exception {
        switch (format) {
            case "json", "ndjson" -> out.lines().forEach(line -> new JsonMapper().readTree(line));
            case "html", "svg" -> {
                if (!out.isEmpty()) {
                    assertThat(out).doesNotContain("<img", "<b>", "<script");
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(out)));
                }
            }
            case "md" -> assertThat(markup(out)).as(out).isEmpty();
            case "excel" -> assertThat(out).doesNotContainPattern("(?m)(^|,)\"?[=@]");
            default -> {
                // What a terminal obeys was looked for already.
            }
        }
    }

    static String obeyed(String text) {
        return text.codePoints()
                .filter(point -> point != '\n' && point != '\t' && point != '\r')
                .filter(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || point == 0x2028
                        || point == 0x2029)
                .mapToObj("%04X"::formatted)
                .collect(Collectors.joining(" "));
    }

    private static String markup(String markdown) {
        var found = new StringBuilder();
        var parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        parser.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.append(link.getDestination());
            }

            @Override
            public void visit(Image image) {
                found.append(image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                found.append(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                found.append(html.getLiteral());
            }
        });
        return found.toString();
    }

    static Stream<Arguments> everything() {
        return LINES.keySet().stream()
                .flatMap(command ->
                        OutputFormats.ALL.stream().map(OutputFormat::name).map(format -> arguments(command, format)));
    }

    private static Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("connect", "connect --as second");
        lines.put("connections", "connections");
        lines.put("use", "use second");
        lines.put("reconnect", "reconnect");
        lines.put("profile", "profile list");
        lines.put("project", "project");
        lines.put("status", "status");
        lines.put("current", "current");
        lines.put("heads", "heads");
        lines.put("history", "history -i");
        lines.put("show", "show a1");
        lines.put("branches", "branches");
        lines.put("diagnose", "diagnose --all");
        lines.put("evidence", "evidence head");
        lines.put("diff", "diff other");
        lines.put("snapshot", "snapshot save hostile");
        lines.put("tables", "tables");
        lines.put("describe", "describe " + Words.quote(NAMES.getFirst()));
        lines.put("counts", "counts");
        lines.put("verify", "verify --against other --counts --content --schema --as restamp_test");
        lines.put("stamp", "stamp a1 --remove " + Words.quote(ROW) + " --plan");
        lines.put("undo", "undo r-1");
        lines.put("upgrade", "upgrade");
        lines.put("receipts", "receipts");
        lines.put("practice", "practice list");
        lines.put("watch", "watch --times 1 0 current");
        lines.put("who", "who");
        lines.put("sql", "sql select * from " + quoted(NAMES.getFirst()) + ", pg_description");
        lines.put("explain", "explain deploy.log");
        lines.put("run", "run repair.restamp");
        lines.put("script", "script check repair.restamp");
        lines.put("note", "note " + ALL);
        lines.put("report", "report -");
        lines.put("transcript", "transcript");
        lines.put("set", "set");
        lines.put("recall", "recall");
        lines.put("learn", "learn");
        lines.put("glossary", "glossary");
        lines.put("version", "version");
        lines.put("help", "help stamp");
        return lines;
    }

    private static void fill(TestDatabase database) {
        database.run("CREATE TABLE alembic_version (version_num varchar(200) PRIMARY KEY)");
        database.run("INSERT INTO alembic_version VALUES (" + literal(ROW) + ")");
        database.run("CREATE TABLE first (id int PRIMARY KEY)", "CREATE TABLE users (id int)");
        for (var name : NAMES) {
            var table = quoted(name);
            database.run(
                    "CREATE TABLE " + table + " (" + table + " int PRIMARY KEY, b text DEFAULT " + literal(name) + ")",
                    "CREATE INDEX " + quoted(name + "i") + " ON " + table + " (b)",
                    "ALTER TABLE " + table + " ADD CONSTRAINT " + quoted(name + "c") + " CHECK (b <> " + literal(name)
                            + ")",
                    "COMMENT ON TABLE " + table + " IS " + literal(ALL),
                    "CREATE TYPE " + quoted(name + "e") + " AS ENUM (" + literal(name) + ")",
                    "CREATE SCHEMA " + quoted(name),
                    "INSERT INTO " + table + " VALUES (1, 'x')");
        }
        database.run(
                "CREATE TABLE django_migrations (id int, app varchar(255), name varchar, applied timestamptz)",
                "CREATE TABLE " + quoted(NAMES.getFirst()) + "." + quoted(NAMES.get(5))
                        + " (id int, name varchar(255), batch int, migration_time timestamptz)");
        for (var name : NAMES) {
            database.run(
                    "INSERT INTO django_migrations VALUES (1, " + literal(name) + ", " + literal(ALL) + ", now())");
            database.run("INSERT INTO " + quoted(NAMES.getFirst()) + "." + quoted(NAMES.get(5)) + " VALUES (1, "
                    + literal(name) + ", 1, now())");
        }
    }

    private static Path project() throws IOException {
        var folder = Files.createDirectories(home.resolve("project"));
        var versions = Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.writeString(folder.resolve("migrations/env.py"), "");
        Files.writeString(
                folder.resolve("deploy.log"),
                "INFO  [alembic.runtime.migration] Running upgrade a1 -> b2, " + ALL
                        + "\npsycopg2.errors.DuplicateTable: relation \"" + NAMES.getFirst() + NAMES.get(5)
                        + "\" already exists\n");
        Files.writeString(
                folder.resolve("repair.restamp"),
                "section \"" + NAMES.getFirst() + "\"\ncurrent\necho \"" + NAMES.get(3) + NAMES.get(5)
                        + "\"\nnonsense\n");
        Files.writeString(
                versions.resolve("a\u001b[2J<b>.py"),
                script("a1", "None", "op.create_table('first', sa.Column('id', sa.Integer, primary_key=True))"));
        Files.writeString(
                versions.resolve("b.py"),
                script(
                        "b2",
                        "'a1'",
                        "op.create_table(" + python(NAMES.getFirst()) + ", sa.Column(" + python(NAMES.get(5))
                                + ", sa.Text))"));
        return folder;
    }

    private static String script(String id, String down, String upgrade) {
        return "\"\"\"" + ALL.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\n\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n" + "revision = '" + id
                + "'\ndown_revision = " + down + "\ndef upgrade():\n    " + upgrade + "\n";
    }

    private static String python(String text) {
        return text.codePoints().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "'", "'"));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

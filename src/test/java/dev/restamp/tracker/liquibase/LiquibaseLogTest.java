package dev.restamp.tracker.liquibase;

import static dev.restamp.tracker.liquibase.Projects.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.TableRow;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.VersionReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows as Liquibase writes and judges them, beside ours. */
class LiquibaseLogTest {
    private static final String LONG = "word ".repeat(80).strip();

    private final TestDatabase world = TestPostgres.database();

    @TempDir
    private Path folder;

    /** Something Liquibase does. */
    @FunctionalInterface
    private interface Command {
        void run(Liquibase liquibase) throws Exception;
    }

    @Test
    void new_rows_are_those_of_changelog_sync() {
        var project = mixed().open();
        liquibase(
                project,
                liquibase -> liquibase.changeLogSync(
                        Changelog.contexts(project.settings()), Changelog.labels(project.settings())));
        var theirs = rows(project).rows();
        var ours = project.log().orElseThrow().marked(List.of(), project.graph().oldestFirst(), Set.of(), "somebody");
        assertThat(ours).hasSize(8);
        assertThat(ours)
                .extracting(LiquibaseLogTest::timeless)
                .isEqualTo(theirs.stream().map(LiquibaseLogTest::timeless).toList());
        assertThat(ours).allSatisfy(row -> assertThat(row.text("deployment_id")).matches("\\d{10}"));
        assertThat(theirs)
                .allSatisfy(row -> assertThat(row.text("deployment_id")).matches("\\d{10}"));
    }

    @Test
    void liquibase_accepts_our_rows_and_runs_nothing() {
        var project = mixed().open();
        var form = project.versionTable().form();
        form.create("databasechangelog", "databasechangelog").forEach(world::run);
        project.log()
                .orElseThrow()
                .marked(List.of(), project.graph().oldestFirst(), Set.of(), "somebody")
                .forEach(this::insert);
        liquibase(
                project,
                liquibase -> assertThat(liquibase.listUnrunChangeSets(
                                Changelog.contexts(project.settings()), Changelog.labels(project.settings())))
                        .isEmpty());
        assertThat(form.ids(rows(project).rows())).isEqualTo(Projects.ids(project));
    }

    @Test
    void the_table_is_made_as_liquibase_makes_it() {
        var columns = """
                SELECT column_name || ' ' || data_type || coalesce(character_maximum_length, 0) || is_nullable
                  FROM information_schema.columns WHERE table_name = '%s' ORDER BY ordinal_position""";
        var project = new Projects(folder).xml("changelog.xml", table("a", "")).open();
        liquibase(project, liquibase -> liquibase.changeLogSync(""));
        project.versionTable().form().create("ours", "ours").forEach(world::run);
        assertThat(world.column(columns.formatted("ours")))
                .hasSize(14)
                .isEqualTo(world.column(columns.formatted("databasechangelog")));
    }

    @Test
    void checksums_of_every_version_are_judged_as_liquibase_does() {
        var project = new Projects(folder)
                .xml(
                        "changelog.xml",
                        table("a", ""),
                        "<changeSet id='v' author='jo'><validCheckSum>8:00000000000000000000000000000001</validCheckSum>"
                                + "<empty/></changeSet>",
                        "<changeSet id='any' author='jo'><validCheckSum>ANY</validCheckSum><empty/></changeSet>",
                        "<changeSet id='c' author='jo' runOnChange='true'><empty/></changeSet>")
                .open();
        liquibase(project, liquibase -> liquibase.update(""));
        var eight = sum(project, "a::jo", "8:x");
        var seven = sum(project, "a::jo", "7:x");
        var wrong = "00000000000000000000000000000009";
        for (var stored : List.of(
                "a 9:" + wrong,
                "a 8:" + wrong,
                "a " + eight,
                "a " + seven,
                "a 7:" + wrong,
                "a nonsense",
                "a null",
                "v 8:00000000000000000000000000000001",
                "v 8:" + wrong,
                "any 9:" + wrong,
                "c 9:" + wrong)) {
            var words = stored.split(" ", -1);
            world.run("UPDATE databasechangelog SET md5sum = NULL");
            world.run("UPDATE databasechangelog SET md5sum = nullif('%s', 'null') WHERE id = '%s'"
                    .formatted(words[1], words[0]));
            var rows = rows(project);
            var findings = project.log().orElseThrow().findings(rows.rows(), rows.locks());
            var obstacle = project.log().orElseThrow().obstacle(rows.rows(), rows.locks());
            var refused = catchThrowable(() -> liquibase(project, Liquibase::validate));
            assertThat(findings.isEmpty()).as(stored).isEqualTo(refused == null);
            assertThat(obstacle.isEmpty()).as(stored).isEqualTo(refused == null);
        }
    }

    @Test
    void a_class_of_the_project_has_its_checksum_without_being_loaded() {
        var project = new Projects(folder)
                .xml(
                        "changelog.xml",
                        "<changeSet id='1' author='jo'><customChange class='" + Own.class.getName()
                                + "'><param name='b' value='2'/><param name='a' value='1'/></customChange></changeSet>")
                .open();
        var theirs = project.changelog().with(() -> {
            var change = new CustomChangeWrapper();
            var classes = Map.<String, Object>of(Scope.Attr.classLoader.name(), Own.class.getClassLoader());
            Scope.child(classes, () -> {
                change.setClass(Own.class.getName());
            });
            change.setParam("a", "1");
            change.setParam("b", "2");
            return change.generateCheckSum();
        });
        var ours = project.changelog()
                .with(() -> project.changeSets()
                        .get("1::jo")
                        .orElseThrow()
                        .getChanges()
                        .getFirst()
                        .generateCheckSum());
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void what_was_edited_is_named_and_repaired() {
        var project = new Projects(folder).xml("changelog.xml", table("a", "")).open();
        liquibase(project, liquibase -> liquibase.update(""));
        var edited = new Projects(folder)
                .xml("changelog.xml", table("a", "").replace("int", "bigint"))
                .open();
        var log = edited.log().orElseThrow();
        var rows = rows(edited).rows();
        assertThat(log.findings(rows, List.of()))
                .containsExactly(
                        new Finding.EditedScript("a::jo", rows.getFirst().text("md5sum"), sum(edited, "a::jo", "9:x")));
        assertThat(log.states(rows)).isEqualTo(Map.of("a::jo", "EXECUTED, check sum differs"));
        assertThat(log.repaired(rows, Set.of("b::jo"), "jo")).isEqualTo(rows);
        var repaired = log.repaired(rows, Set.of(), "jo");
        assertThat(repaired.getFirst().text("md5sum")).isEqualTo(sum(edited, "a::jo", "9:x"));
        assertThat(log.findings(repaired, List.of())).isEmpty();
        assertThatThrownBy(
                        () -> log.baselined(rows, edited.graph().oldestFirst().getFirst(), "me"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.exit()).isEqualTo(Exit.USAGE));
    }

    @Test
    void a_lock_that_is_held_is_told_with_its_holder() {
        var project = new Projects(folder).xml("changelog.xml", table("a", "")).open();
        liquibase(project, liquibase -> liquibase.update(""));
        assertThat(rows(project).locks()).hasSize(1);
        assertThat(project.log().orElseThrow().obstacle(List.of(), rows(project).locks()))
                .isEmpty();
        world.run(
                "UPDATE databasechangeloglock SET locked = true, lockgranted = '2026-03-01 10:00', lockedby = 'ci7 (10.0.0.7)'");
        assertThat(project.log().orElseThrow().findings(List.of(), rows(project).locks()))
                .containsExactly(
                        new Finding.LockHeld("databasechangeloglock", "since 2026-03-01 10:00:00 by ci7 (10.0.0.7)"));
        assertThat(project.log().orElseThrow().obstacle(List.of(), rows(project).locks()))
                .hasValueSatisfying(why -> assertThat(why).contains("by ci7 (10.0.0.7)"));
        var upToDate = rows(project);
        assertThat(project.log().orElseThrow().obstacle(upToDate.rows(), upToDate.locks()))
                .isEmpty();
        liquibase(project, liquibase -> liquibase.update(""));
    }

    @Test
    void rows_stand_for_change_sets_whatever_their_case_and_class_path() {
        var project = new Projects(folder)
                .file("liquibase.properties", "changelog-file=db/c.xml\ncontexts=prod\n")
                .xml("db/c.xml", table("a", ""), table("t", "context='test'"))
                .open();
        var form = project.versionTable().form();
        assertThat(form.ids(List.of(
                        row("A", "JO", "classpath:db/c.xml", "EXECUTED"),
                        row("t", "jo", "db/c.xml", "EXECUTED"),
                        row("f", "jo", "db/c.xml", "FAILED"),
                        row("x", "al", "old.xml", "MARK_RAN"))))
                .containsExactly("a::jo", "x::al::old.xml");
    }

    @Test
    void an_older_table_keeps_its_columns() {
        var project = new Projects(folder)
                .xml("changelog.xml", table("a", ""), table("b", ""))
                .open();
        var old = row("a", "jo", "changelog.xml", "EXECUTED").with("orderexecuted", "7");
        var marked = project.log()
                .orElseThrow()
                .marked(List.of(old), List.of(project.graph().get("b::jo").orElseThrow()), Set.of(), "me");
        assertThat(marked).hasSize(2).first().isEqualTo(old);
        assertThat(marked.getLast().values()).containsOnlyKeys(old.values().keySet());
        assertThat(marked.getLast().text("orderexecuted")).isEqualTo("8");
        assertThat(project.log().orElseThrow().marked(marked, List.of(), Set.of("a::jo"), "me"))
                .containsExactly(marked.getLast());
    }

    @Test
    void an_update_goes_as_far_as_is_asked() {
        var project = new Projects(folder)
                .xml(
                        "changelog.xml",
                        table("a", ""),
                        "<changeSet id='t' author='jo'><tagDatabase tag='v1'/></changeSet>",
                        table("b", ""),
                        table("c", ""),
                        table("d", ""))
                .open();
        var said = new ArrayList<String>();
        var update = update(project);
        update(update, Optional.of("v1"), said);
        assertThat(ran()).containsExactly("a", "t");
        update(update, Optional.of("b::jo"), said);
        assertThat(ran()).containsExactly("a", "t", "b");
        update(update, Optional.of("+1"), said);
        assertThat(ran()).containsExactly("a", "t", "b", "c");
        update(update, Optional.empty(), said);
        assertThat(ran()).containsExactly("a", "t", "b", "c", "d");
        assertThat(said).anyMatch(line -> line.contains("changelog.xml::d::jo"));
        assertThat(update.typed(Optional.of("v1"))).isEqualTo("liquibase update-to-tag --tag=v1");
    }

    @Test
    void an_update_fails_with_the_servers_words() {
        var project = new Projects(folder)
                .xml("changelog.xml", table("a", ""), table("b", ""))
                .open();
        world.run("CREATE TABLE b (x int)");
        var said = new ArrayList<String>();
        assertThatThrownBy(() -> update(update(project), Optional.empty(), said))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.what())
                                .isEqualTo("changelog.xml::b::jo: ERROR: relation \"b\" already exists"));
        assertThat(said).anyMatch(line -> line.startsWith("Failed SQL: ") && line.contains("CREATE TABLE"));
    }

    @Test
    void an_update_that_needs_code_of_the_project_is_refused_before_it_starts() {
        var project = new Projects(folder)
                .xml(
                        "changelog.xml",
                        table("a", ""),
                        "<changeSet id='b' author='jo'><customChange class='com.example.X'/></changeSet>")
                .open();
        assertThatThrownBy(() -> update(update(project), Optional.empty(), new ArrayList<>()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
                    assertThat(problem.what()).contains("customChange com.example.X is a class of the project");
                });
        assertThat(ran()).isEmpty();
    }

    /** Every format, with contexts, labels, comments and long descriptions. */
    private Projects mixed() {
        var many = new StringBuilder();
        for (var column = 0; column < 20; column++) {
            many.append("<dropColumn tableName='a_rather_long_name' columnName='column_%d'/>".formatted(column));
        }
        return new Projects(folder)
                .file("liquibase.properties", "changelog-file=c.xml\ncontexts=prod\nlabels=big\nparameter.p=x\n")
                .xml(
                        "c.xml",
                        "<property name='q' value='y'/>",
                        "<changeSet id='plain' author='jo'/>",
                        "<changeSet id='many' author='jo' labels='big, small' contextFilter='prod and !test'><comment>"
                                + LONG + "</comment>" + many + "</changeSet>",
                        "<changeSet id='tag' author='jo'><tagDatabase tag='v1'/></changeSet>",
                        "<changeSet id='sql' author='jo'><sql>SELECT '${p}${q}'</sql><sql dbms='oracle'>x</sql>"
                                + "<modifySql><append value=' '/></modifySql></changeSet>",
                        "<include file='y.yaml' context='prod' labels='big'/>",
                        "<include file='j.json'/>",
                        "<include file='s.sql'/>")
                .file("y.yaml", """
                        databaseChangeLog:
                        - changeSet:
                            id: 5
                            author: Ü "q" 'x'
                            context: prod or dev
                            comment: |
                              two
                              lines
                            changes:
                            - createTable: {tableName: y, columns: [{column: {name: id, type: int}}]}
                            - loadData: {tableName: y, file: rows.csv}
                        """)
                .file("rows.csv", "id\n1\n")
                .file("j.json", """
                        {"databaseChangeLog": [{"changeSet": {"id": "6", "author": "jo", "logicalFilePath": "logical.json",
                          "preConditions": [{"onFail": "MARK_RAN"}, {"tableExists": {"tableName": "none"}}],
                          "changes": [{"createIndex": {"indexName": "i", "tableName": "y",
                                       "columns": [{"column": {"name": "id"}}]}}]}}]}
                        """)
                .file("s.sql", """
                        --liquibase formatted sql
                        --changeset jo:7 labels:big runOnChange:true
                        --comment: made by hand
                        CREATE VIEW v AS SELECT 1;
                        --changeset jo:8 context:prod
                        SELECT 1;
                        SELECT 2;
                        """);
    }

    private void liquibase(LiquibaseProject project, Command command) {
        var files = new ProjectAccessor(project.settings());
        try (var connection = world.connect()) {
            LiquibaseLibrary.run(files, () -> {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                var liquibase = new Liquibase(project.settings().changelog(), files, database);
                project.settings().parameters().forEach(liquibase::setChangeLogParameter);
                command.run(liquibase);
                return true;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static LiquibaseUpdate update(LiquibaseProject project) {
        return new LiquibaseUpdate(project.settings(), project.changeSets());
    }

    private void update(LiquibaseUpdate update, Optional<String> target, List<String> said) {
        try (var connection = world.connect()) {
            update.upgrade(target, connection, said::add);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> ran() {
        return world.column("SELECT id FROM databasechangelog ORDER BY orderexecuted");
    }

    private VersionRows rows(LiquibaseProject project) {
        try (var database = world.open()) {
            return database.read(reading -> VersionReader.read(reading, project.versionTable()))
                    .rows();
        }
    }

    private void insert(TableRow row) {
        var values = row.values().values().stream()
                .map(value -> value == null ? "NULL" : "'" + value.replace("'", "''") + "'")
                .toList();
        world.run("INSERT INTO databasechangelog (%s) VALUES (%s)"
                .formatted(String.join(", ", row.values().keySet()), String.join(", ", values)));
    }

    private static Map<String, @Nullable String> timeless(TableRow row) {
        var values = new LinkedHashMap<String, @Nullable String>(row.values());
        values.keySet().removeAll(List.of("dateexecuted", "deployment_id"));
        return values;
    }

    private static String sum(LiquibaseProject project, String id, String version) {
        return project.changelog()
                .with(() -> Checksums.now(project.changeSets().get(id).orElseThrow(), version));
    }

    /** A custom change. */
    public static final class Own implements CustomSqlChange {
        /** Liquibase sets parameters by their setters. */
        public void setA(String a) {}

        public void setB(String b) {}

        @Override
        public SqlStatement[] generateStatements(Database database) {
            return new SqlStatement[0];
        }

        @Override
        public String getConfirmationMessage() {
            return "";
        }

        @Override
        public void setUp() {}

        @Override
        public void setFileOpener(ResourceAccessor files) {}

        @Override
        public ValidationErrors validate(Database database) {
            return new ValidationErrors();
        }
    }

    private static TableRow row(String id, String author, String file, String type) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", id);
        values.put("author", author);
        values.put("filename", file);
        values.put("orderexecuted", "1");
        values.put("exectype", type);
        return new TableRow(values).with("md5sum", null);
    }
}

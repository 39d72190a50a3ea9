package dev.restamp.tracker.liquibase;

import static dev.restamp.tracker.liquibase.Projects.ids;
import static dev.restamp.tracker.liquibase.Projects.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.EffectText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects drawn line by line, and what is read of them. */
class LiquibaseProjectTest {
    @TempDir
    private Path folder;

    @Test
    void a_changelog_includes_others_of_every_format_in_order() {
        var project = projects()
                .xml(
                        "changelog.xml",
                        table("a", ""),
                        "<include file='more/b.yaml' relativeToChangelogFile='true'/>",
                        "<include file='more/c.json'/>",
                        "<includeAll path='all'/>",
                        table("z", ""))
                .file("more/b.yaml", "databaseChangeLog:\n- changeSet: {id: b, author: jo, changes: [{empty: {}}]}\n")
                .file(
                        "more/c.json",
                        "{\"databaseChangeLog\": [{\"changeSet\": {\"id\": \"c\", \"author\": \"jo\", \"changes\": []}}]}")
                .file("all/2.sql", "-- liquibase formatted sql\n-- changeset jo:e\nSELECT 1;\n")
                .file("all/1.sql", "-- liquibase formatted sql\n-- changeset jo:d\nSELECT 1;\n")
                .open();
        assertThat(ids(project)).containsExactly("a::jo", "b::jo", "c::jo", "d::jo", "e::jo", "z::jo");
        assertThat(project.problems()).isEmpty();
        assertThat(project.graph().oldestFirst())
                .extracting(Revision::source)
                .containsExactly(
                        "changelog.xml", "more/b.yaml", "more/c.json", "all/1.sql", "all/2.sql", "changelog.xml");
    }

    @Test
    void contexts_labels_and_databases_select() {
        var project = projects()
                .file(
                        "liquibase.properties",
                        "changeLogFile=c.xml\ncontext-filter=prod\nlabel-filter=!slow\nurl=jdbc:x?password=sesame\nodd=1\n")
                .xml(
                        "c.xml",
                        table("all", ""),
                        table("prod", "context='prod or stage'"),
                        table("test", "context='test'"),
                        table("slow", "labels='slow,big'"),
                        table("ora", "dbms='oracle'"),
                        table("off", "ignore='true'"))
                .open();
        assertThat(ids(project)).containsExactly("all::jo", "prod::jo");
        assertThat(project.notes())
                .containsExactly(
                        "liquibase.properties: odd is not known and has been passed over",
                        "left out by context: 1 change set, label: 1 change set, ignore: 1 change set, dbms: 1 change set");
    }

    @Test
    void properties_are_put_in() {
        var project = projects()
                .file("liquibase.properties", "changelog-file: c.xml\nparameter.first: one\n")
                .file("more.properties", "second=two\n")
                .xml(
                        "c.xml",
                        "<property file='more.properties'/>",
                        "<property name='third' value='three'/>",
                        "<property name='first' value='not this'/>",
                        "<property name='local' value='here' global='false'/>",
                        table("${first}_${second}_${third}_${local}", ""),
                        "<include file='other.xml'/>",
                        table("${own}", ""))
                .xml("other.xml", "<property name='own' value='mine' global='false'/>", table("${third}_${own}", ""))
                .open();
        assertThat(effects(project, "one_two_three_here::jo")).contains("create table shop.one_two_three_here");
        assertThat(ids(project)).containsExactly("one_two_three_here::jo", "three_mine::jo", "${own}::jo");
    }

    @Test
    void the_default_schema_may_stand_anywhere() {
        var project = projects()
                .xml("changelog.xml", change("<sql>CREATE TABLE ${database.defaultSchemaName}.t (a int)</sql>"))
                .open();
        assertThat(effects(project, "1::jo")).contains("create table shop.t");
        assertThat(texts(project, 1)).contains("create table t");
    }

    @Test
    void two_authors_or_two_files_may_use_one_id() {
        var project = projects()
                .xml(
                        "changelog.xml",
                        change("<empty/>"),
                        change("<empty/>").replace("jo", "al"),
                        "<include file='o.xml'/>")
                .xml(
                        "o.xml",
                        change("<empty/>"),
                        "<changeSet id='2' author='jo' logicalFilePath='l.xml'><empty/></changeSet>")
                .open();
        assertThat(ids(project)).containsExactly("1::jo::changelog.xml", "1::al", "1::jo::o.xml", "2::jo");
        var row = ChangeSetRow.of(project.changeSets().get("2::jo").orElseThrow(), 1, "1234567890");
        assertThat(row.text("filename")).isEqualTo("l.xml");
    }

    @Test
    void a_comment_a_change_or_the_id_says_what_it_is_and_a_tag_names_it() {
        var project = projects()
                .xml(
                        "changelog.xml",
                        "<changeSet id='0' author='jo'><comment>first of all</comment><empty/></changeSet>",
                        "<changeSet id='1' author='jo'><tagDatabase tag='v1'/></changeSet>",
                        table("2", ""),
                        "<changeSet id='3' author='jo'/>")
                .open();
        assertThat(project.graph().oldestFirst())
                .extracting(Revision::doc)
                .containsExactly("first of all", "tagDatabase", "createTable tableName=2", "3");
        assertThat(project.graph().labels("1::jo")).containsExactly("v1");
        assertThat(project.graph().labels("2::jo")).isEmpty();
    }

    @Test
    void spring_boot_counts_names_from_the_class_path() {
        var project = projects()
                .file(
                        "src/main/resources/db/changelog/db.changelog-master.yaml",
                        "databaseChangeLog:\n- include: {file: 'classpath:/db/changelog/one.sql'}\n")
                .file(
                        "src/main/resources/db/changelog/one.sql",
                        "--liquibase formatted sql\n--changeset jo:1\nSELECT 1;\n")
                .open();
        assertThat(ids(project)).containsExactly("1::jo");
        assertThat(project.location()).isEqualTo("src/main/resources/db/changelog/db.changelog-master.yaml");
        assertThat(project.changeSets().get("1::jo").orElseThrow().getFilePath())
                .endsWith("db/changelog/one.sql");
    }

    @Test
    void search_path_and_names_of_tables_come_from_the_properties() {
        var project = projects()
                .file("liquibase.properties", """
                        changelogFile=c.xml
                        searchPath=one, two
                        liquibase.databaseChangelogTableName=Steps
                        liquibaseSchemaName=META
                        defaultSchemaName=app
                        """)
                .xml("two/c.xml", table("t", ""))
                .open();
        assertThat(project.versionTable().schema()).contains("meta");
        assertThat(project.versionTable().name()).isEqualTo("Steps");
        assertThat(project.versionTable().lock()).contains("databasechangeloglock");
        assertThat(effects(project, "t::jo")).contains("create table app.t");
    }

    @Test
    void a_file_that_is_named_counts_from_the_current_folder() {
        var project = projects().xml("db/own.xml", table("t", "")).open(folder.resolve("db/own.xml"));
        assertThat(project.changeSets().get("t::jo").orElseThrow().getFilePath())
                .isEqualTo("db/own.xml");
    }

    @Test
    void changes_of_a_file_and_new_ones_in_its_folder_are_noticed() throws IOException {
        var project = projects()
                .xml("changelog.xml", "<includeAll path='all'/>")
                .file("all/1.sql", "SELECT 1;")
                .open();
        assertThat(project.hasChanged()).isFalse();
        Files.writeString(folder.resolve("all/2.sql"), "SELECT 2;");
        assertThat(project.hasChanged()).isTrue();
    }

    @Test
    void what_is_made_only_where_it_is_missing() {
        var project = projects()
                .xml(
                        "changelog.xml",
                        guarded(
                                "MARK_RAN",
                                "<not><tableExists tableName='T'/></not>",
                                "<createTable tableName='T'>" + "<column name='id' type='int'/></createTable>"),
                        guarded(
                                "CONTINUE",
                                "<columnExists tableName='T' columnName='old'/>",
                                "<dropColumn tableName='T' columnName='old'/>"),
                        guarded(
                                "MARK_RAN",
                                "<sqlCheck expectedResult='0'>SELECT count(*) FROM T</sqlCheck>",
                                "<dropTable tableName='T'/>"),
                        guarded("HALT", "<tableExists tableName='T'/>", "<dropTable tableName='T'/>"),
                        guarded("WARN", "<tableExists tableName='T'/>", "<dropTable tableName='T'/>"),
                        guarded(
                                "MARK_RAN",
                                "<or><dbms type='oracle'/><viewExists viewName='v'/></or>",
                                "<dropTable tableName='U'/>"))
                .open();
        var effects = project.effects("public").values().stream().toList();
        assertThat(effects).hasSize(6);
        assertThat(texts(project, 1))
                .containsExactly(
                        "ask 1 table t", "create table t, if absent", "create column t.id integer null, if absent");
        assertThat(texts(project, 2)).containsExactly("ask 1 column t.old", "drop column t.old, if present");
        assertThat(texts(project, 3)).containsExactly("where [precondition sqlCheck]: drop table t");
        assertThat(texts(project, 4)).containsExactly("drop table t");
        assertThat(texts(project, 5)).containsExactly("drop table t");
        assertThat(texts(project, 6))
                .containsExactly("ask 1 view v", "where not all [not not all [], not answer 1]: drop table u");
    }

    @Test
    void nothing_of_the_project_is_run() {
        var trace = folder.resolve("trace");
        var project = projects()
                .xml(
                        "changelog.xml",
                        change("<customChange class='dev.restamp.tracker.liquibase.LiquibaseProjectTest$Boom'>"
                                + "<param name='x' value='y'/></customChange>"),
                        "<changeSet id='2' author='jo'><executeCommand executable='touch'><arg value='" + trace
                                + "'/></executeCommand></changeSet>",
                        "<changeSet id='3' author='jo'><loadData tableName='t' file='rows.csv'/></changeSet>",
                        "<changeSet id='4' author='jo'><stop>here</stop></changeSet>")
                .file("rows.csv", "id\n1\n")
                .open();
        assertThat(project.problems()).isEmpty();
        assertThat(texts(project, 1))
                .containsExactly(
                        "OPAQUE customChange: the class dev.restamp.tracker.liquibase.LiquibaseProjectTest$Boom"
                                + " of the project, which is not loaded");
        assertThat(texts(project, 2)).containsExactly("OPAQUE executeCommand: the program touch, which is not run");
        assertThat(texts(project, 3)).containsExactly("DATA loadData: t from rows.csv");
        assertThat(texts(project, 4)).containsExactly("OPAQUE stop: an update ends here");
        assertThat(trace).doesNotExist();
        assertThat(Boom.LOADED).isFalse();
    }

    @Test
    void reading_leaves_nothing_behind() throws IOException {
        projects()
                .xml("changelog.xml", "<include file='t.xml'/>")
                .xml("t.xml", table("t", ""))
                .open()
                .effects("public");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(folder::relativize)
                            .map(Path::toString))
                    .containsExactlyInAnyOrder("changelog.xml", "t.xml");
        }
        assertThat(Path.of("databasechangelog.csv")).doesNotExist();
    }

    @Test
    void sql_is_split_as_liquibase_splits_it() {
        var project = projects()
                .xml(
                        "changelog.xml",
                        change("<sql endDelimiter='GO'>CREATE TABLE a (x int) GO CREATE TABLE b (x int)</sql>"),
                        "<changeSet id='2' author='jo'><sqlFile path='f.sql' dbms='postgresql'/><sql dbms='oracle'>x</sql>"
                                + "<modifySql dbms='postgresql'><replace replace='zz' with='c'/></modifySql></changeSet>")
                .file("f.sql", "CREATE TABLE zz (x int); -- no more\n")
                .open();
        assertThat(texts(project, 1)).contains("create table a", "create table b");
        assertThat(texts(project, 2)).containsExactly("create table c", "create column c.x integer null");
    }

    @Test
    void effects_have_the_line_of_their_change_set() {
        var project =
                projects().xml("changelog.xml", table("a", ""), table("b", "")).open();
        assertThat(project.effects("public").getOrDefault("b::jo", List.of()))
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.line()).isEqualTo(Projects.FIRST_LINE + 1));
    }

    @Test
    void it_is_recognised_by_properties_or_by_a_changelog() throws IOException {
        var tracker = new LiquibaseTracker();
        assertThat(tracker.recognises(folder)).isFalse();
        Files.writeString(folder.resolve("changelog.xml"), "<project/>");
        assertThat(tracker.recognises(folder)).isFalse();
        projects().file("own.sql", "\n--liquibase formatted sql\n").file("plain.sql", "SELECT 1;\n");
        assertThat(tracker.recognises(folder.resolve("own.sql"))).isTrue();
        assertThat(tracker.recognises(folder.resolve("plain.sql"))).isFalse();
        projects().file("db/changelog/db.changelog-master.json", "{\"databaseChangeLog\": []}");
        assertThat(tracker.recognises(folder)).isTrue();
    }

    @Test
    void liquibase_may_send_nothing_fetch_nothing_and_print_nothing() throws Exception {
        var files = new ProjectAccessor(
                projects().xml("changelog.xml", table("t", "")).open().settings());
        LiquibaseLibrary.run(files, () -> {
            assertThat(AnalyticsArgs.ENABLED.getCurrentValue()).isFalse();
            assertThat(GlobalConfiguration.SECURE_PARSING.getCurrentValue()).isTrue();
            assertThat(GlobalConfiguration.SHOW_BANNER.getCurrentValue()).isFalse();
            assertThat(Scope.getCurrentScope().getDatabase()).isNull();
            return true;
        });
    }

    /** In a world without Liquibase: the library is not touched before a project is opened. */
    @Test
    void recognising_needs_nothing_of_liquibase() throws Exception {
        var ours = LiquibaseTracker.class.getProtectionDomain().getCodeSource().getLocation();
        try (var classes = new URLClassLoader(new URL[] {ours}, ClassLoader.getPlatformClassLoader())) {
            var tracker = classes.loadClass(LiquibaseTracker.class.getName());
            var recognises = tracker.getMethod("recognises", Path.class);
            var one = tracker.getConstructor().newInstance();
            assertThat(recognises.invoke(one, folder)).isEqualTo(false);
            projects().xml("changelog.xml", table("t", ""));
            assertThat(recognises.invoke(one, folder)).isEqualTo(true);
            assertThatThrownBy(() -> classes.loadClass("liquibase.Scope")).isInstanceOf(ClassNotFoundException.class);
        }
    }

    /** A class of a project, if it were loaded. */
    public static final class Boom {
        static final AtomicBoolean LOADED = new AtomicBoolean();

        public Boom() {
            LOADED.set(true);
        }
    }

    private Projects projects() {
        return new Projects(folder);
    }

    @Test
    void a_foreign_key_asked_for_without_its_table_is_the_one_that_the_change_set_adds() {
        var question = "<not><foreignKeyConstraintExists foreignKeyName='%s'/></not>";
        var project = projects()
                .xml(
                        "changelog.xml",
                        change(
                                "<createTable tableName='t'><column name='id' type='int'><constraints primaryKey='true'/></column>"
                                        + "<column name='up' type='int'/></createTable>"),
                        guarded("MARK_RAN", question.formatted("t_up"), foreignKey("t_up")),
                        guarded("MARK_RAN", question.formatted("other"), foreignKey("t_again")))
                .open();
        assertThat(texts(project, 2)).hasSize(2).first().isEqualTo("ask 1 constraint t.t_up");
        assertThat(texts(project, 2).getLast())
                .startsWith("create constraint t.t_up")
                .endsWith(", if absent");
        assertThat(texts(project, 3).getFirst()).contains("[precondition foreignKeyConstraintExists]");
    }

    private static String foreignKey(String name) {
        return "<addForeignKeyConstraint baseTableName='t' baseColumnNames='up' constraintName='" + name
                + "' referencedTableName='t' referencedColumnNames='id'/>";
    }

    private static String change(String change) {
        return "<changeSet id='1' author='jo'>" + change + "</changeSet>";
    }

    private int guards;

    private String guarded(String onFail, String question, String change) {
        return "<changeSet id='g%d' author='jo'><preConditions onFail='%s'>%s</preConditions>%s</changeSet>"
                .formatted(++guards, onFail, question, change);
    }

    private static List<String> effects(LiquibaseProject project, String id) {
        return EffectText.of(
                Optional.ofNullable(project.effects("shop").get(id)).orElseThrow());
    }

    /** Of the n-th change set. */
    private static List<String> texts(LiquibaseProject project, int number) {
        return EffectText.of(
                Optional.ofNullable(project.effects("public").get(ids(project).get(number - 1)))
                        .orElseThrow());
    }
}

package dev.restamp.tracker.liquibase;

import static dev.restamp.tracker.liquibase.Projects.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.Project.ScriptProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a changelog can be broken is said in one line, with the place. */
class BadChangelogTest {
    @TempDir
    private Path folder;

    @Test
    void an_include_that_is_not_there() {
        projects().xml("changelog.xml", table("a", ""), "<include file='b.xml'/>");
        assertThat(refusal()).isEqualTo("changelog.xml:7: \"b.xml\" is not there");
    }

    @Test
    void a_folder_without_changelogs() {
        projects().xml("changelog.xml", "<includeAll path='none'/>");
        assertThat(refusal()).isEqualTo("changelog.xml:6: includeAll finds no changelog in \"none\"");
    }

    @Test
    void an_include_that_leads_out_of_the_project() {
        new Projects(folder.resolve("inner")).xml("changelog.xml", "<include file='../b.xml'/>");
        projects().xml("b.xml", table("b", ""));
        var problem = catchThrowableOfType(Problem.class, () -> new Projects(folder.resolve("inner")).open());
        assertThat(problem.what()).isEqualTo("changelog.xml:6: \"../b.xml\" leads out of the project's folders");
        assertThat(problem.hint()).contains("project <folder>");
    }

    @Test
    void broken_xml() {
        projects().xml("changelog.xml", "<include file='b.xml'/>").xml("b.xml", "<changeSet id='1' author='jo'>");
        assertThat(refusal())
                .isEqualTo("b.xml:7: The element type \"changeSet\" must be terminated by the matching end-tag"
                        + " \"</changeSet>\"");
    }

    @Test
    void an_attribute_that_is_missing_and_one_that_is_not_known() {
        projects().xml("changelog.xml", "<changeSet id='1'/>");
        assertThat(refusal()).isEqualTo("changelog.xml:6: Attribute 'author' must appear on element 'changeSet'");
        projects().xml("changelog.xml", "<changeSet id='1' author='jo'><dropTable tabel='x'/></changeSet>");
        assertThat(refusal())
                .isEqualTo("changelog.xml:6: Attribute 'tabel' is not allowed to appear in element 'dropTable'");
    }

    @Test
    void a_change_that_is_not_known() {
        projects().xml("changelog.xml", "<changeSet id='1' author='jo'><createTabel/></changeSet>");
        assertThat(refusal())
                .isEqualTo("changelog.xml:6: Invalid content was found starting with element 'createTabel'");
        projects()
                .file(
                        "changelog.yaml",
                        "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: jo\n    changes:\n    - createTabel: {tableName: x}\n");
        assertThat(refusal()).isEqualTo("changelog.yaml:6: \"createTabel\" is no change type that Liquibase knows");
    }

    @Test
    void broken_yaml_and_json() {
        projects().file("changelog.yaml", "databaseChangeLog:\n- changeSet:\n    id: 1\n   author: jo\n");
        assertThat(refusal()).startsWith("changelog.yaml:4: no YAML or JSON: ");
        projects()
                .xml("changelog.xml", "<include file='b.json'/>")
                .file("changelog.yaml", "")
                .file("b.json", "{\"databaseChangeLog\": [ }");
        assertThat(refusal()).startsWith("b.json:1: no YAML or JSON: ");
    }

    @Test
    void formatted_sql_without_a_form() {
        projects().file("changelog.sql", "--liquibase formatted sql\n--changeset jo\nSELECT 1;\n");
        assertThat(refusal()).isEqualTo("changelog.sql:2: not as formatted SQL must be: -- changeset author:id");
    }

    @Test
    void an_empty_file_and_one_that_is_no_changelog() {
        projects().xml("changelog.xml", "<include file='b.xml'/>").file("b.xml", "");
        assertThat(refusal()).isEqualTo("b.xml: the file is empty");
        projects().xml("changelog.xml", "<include file='b.yaml'/>").file("b.yaml", "other: 1\n");
        assertThat(refusal()).isEqualTo("b.yaml: no databaseChangeLog at the top");
    }

    @Test
    void includes_in_a_ring() {
        projects().xml("changelog.xml", "<include file='b.xml'/>").xml("b.xml", "<include file='changelog.xml'/>");
        assertThat(refusal()).isEqualTo("changelog.xml: changelogs include each other in a ring");
    }

    @Test
    void a_schema_that_would_be_fetched() {
        projects()
                .file(
                        "changelog.xml",
                        "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>\n<databaseChangeLog/>");
        assertThat(refusal()).contains("http://127.0.0.1:1/x.dtd, which is not fetched");
    }

    @Test
    void an_entity_of_another_file_is_not_read() {
        projects()
                .file("secret.txt", "sesame")
                .file(
                        "changelog.xml",
                        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM '"
                                + folder.resolve("secret.txt").toUri()
                                + "'>]>\n<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'>"
                                + "<changeSet id='&e;' author='jo'/></databaseChangeLog>");
        assertThat(refusal()).doesNotContain("sesame");
    }

    @Test
    void a_filter_of_the_projects_own() {
        projects()
                .xml("changelog.xml", "<includeAll path='all' filter='com.example.Mine'/>")
                .file("all/a.sql", "");
        assertThat(refusal())
                .isEqualTo("changelog.xml:6: it names the class com.example.Mine, and no code of a project is run");
    }

    @Test
    void properties_that_name_nothing_or_what_is_not_there() {
        projects().file("liquibase.properties", "changelog-file=gone.xml\nurl=jdbc:x:sesame\n");
        assertThat(refusal()).contains("liquibase.properties names the changelog gone.xml, which is not there");
        projects().file("liquibase.properties", "url=jdbc:x:sesame\n");
        assertThat(refusal()).contains("names no changelog").doesNotContain("sesame");
    }

    @Test
    void what_an_update_would_refuse_does_not_stop_the_reading() {
        var project = projects()
                .xml(
                        "changelog.xml",
                        table("a", ""),
                        table("a", ""),
                        "<changeSet id='f' author='jo'><sqlFile path='gone.sql'/></changeSet>",
                        "<changeSet id='l' author='jo'><loadData tableName='t' file='gone.csv'/></changeSet>",
                        "<changeSet id='v' author='jo'><validCheckSum>nonsense</validCheckSum></changeSet>",
                        "<changeSet id='d' author='jo'><dropTable/></changeSet>"
                                .replace("<dropTable/>", "<delete tableName=''/>"))
                .open();
        assertThat(project.problems())
                .containsExactlyInAnyOrder(
                        new ScriptProblem(
                                "changelog.xml", 6, "the change set a::jo is there twice; the first one counts"),
                        new ScriptProblem("changelog.xml", 8, "sqlFile: \"gone.sql\" is not there"),
                        new ScriptProblem("changelog.xml", 9, "loadData: \"gone.csv\" is not there"),
                        new ScriptProblem("changelog.xml", 10, "validCheckSum \"nonsense\" is no checksum"),
                        new ScriptProblem("changelog.xml", 11, "delete: tableName is empty for delete"));
        assertThat(project.effects("public")).hasSize(5);
    }

    private Projects projects() {
        return new Projects(folder);
    }

    private String refusal() {
        var problem = catchThrowableOfType(Problem.class, () -> projects().open());
        assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
        assertThat(problem.hint()).isNotEmpty();
        assertThat(problem.what()).hasSizeLessThan(240).doesNotContain("\n", "Exception");
        return problem.what();
    }
}

package dev.restamp.tracker.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.EffectText;
import dev.restamp.tracker.Project.ScriptProblem;
import dev.restamp.tracker.Project.TablePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.scanner.filesystem.FileSystemScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects written for one test each. */
class FlywayProjectTest {
    @TempDir
    private Path folder;

    @Test
    void versions_are_ordered_as_numbers_and_repeatables_come_last() throws IOException {
        scripts(
                "V10__ten.sql",
                "V9__nine.sql",
                "V1_1__more.sql",
                "V1__one.sql",
                "R__b.sql",
                "R__a.sql",
                "V01.2__x.SQL");
        assertThat(ids()).containsExactly("1", "1.1", "01.2", "9", "10", "R__a", "R__b");
        assertThat(project().graph().revisions())
                .extracting(Revision::doc)
                .containsExactly("one", "more", "x", "nine", "ten", "a", "b");
        assertThat(project().graph().revisions())
                .extracting(Revision::source)
                .contains("sql/V1_1__more.sql", "sql/R__a.sql");
    }

    /** Every kind of name, right and wrong: the library's own parser says which is a migration, and what it says. */
    @Test
    void names_are_read_as_the_library_reads_them() {
        var library = new ResourceNameParser(new ClassicConfiguration());
        for (var name : List.of(
                "V1__a.sql",
                "V1.2__a_b.sql",
                "V1_2__a__b.sql",
                "V2024.01.02__x.SQL",
                "V1.sql",
                "V__a.sql",
                "V1_a.sql",
                "V1.__a.sql",
                "V1..2__a.sql",
                "Va__b.sql",
                "v1__a.sql",
                "R__a.sql",
                "R1__a.sql",
                "R_a.sql",
                "R__.sql",
                "B1__a.sql",
                "B__a.sql",
                "V1__a.b.sql",
                "V1__ä ö.sql",
                "V-1__a.sql",
                "V1 __a.sql",
                "VV1__a.sql")) {
            var theirs = Optional.of(library.parse(name)).filter(parsed -> parsed.isValid());
            var ours = Naming.USUAL.parse(name);
            assertThat(ours.map(parsed -> parsed.version() + "|" + parsed.description()))
                    .as(name)
                    .isEqualTo(theirs.map(parsed ->
                            (parsed.getVersion() == null ? "" : parsed.getVersion()) + "|" + parsed.getDescription()));
        }
    }

    @Test
    void a_toml_file_says_where_and_how() throws IOException {
        write("flyway.toml", """
                [environments.default]
                url = "jdbc:postgresql://localhost/shop"
                password = "${vault.secret}"
                schemas = ["shop", "other"]
                [flyway]
                locations = ["filesystem:db/one", "filesystem:db/two"]
                table = "history"
                sqlMigrationSuffixes = [".sql", ".ddl"]
                [flyway.placeholders]
                size = "40"
                """);
        write("db/one/V1__a.sql", "CREATE TABLE a (name varchar(${size}))");
        write("db/two/V2__b.ddl", "CREATE TABLE b ()");
        assertThat(ids()).containsExactly("1", "2");
        assertThat(project().versionTable().name()).isEqualTo("history");
        assertThat(project().versionTable().schema()).hasValue("shop");
        assertThat(project().location()).isEqualTo("db/one, db/two");
        assertThat(EffectText.of(project().effects("public").getOrDefault("1", List.of())))
                .containsExactly("create table shop.a", "create column shop.a.name character varying(40) null");
    }

    @Test
    void environments_override_and_a_user_file_comes_last() throws IOException {
        write("flyway.toml", """
                [flyway]
                environment = "test"
                table = "one"
                locations = ["filesystem:sql"]
                [environments.test]
                schemas = ["t"]
                [environments.test.flyway]
                table = "two"
                """);
        write("sql/V1__a.sql", "");
        assertThat(project().versionTable().name()).isEqualTo("two");
        assertThat(project().versionTable().schema()).hasValue("t");
        write("flyway.user.toml", "[flyway]\ntable = \"three\"\n");
        assertThat(project().versionTable().name()).isEqualTo("three");
    }

    @Test
    void what_comes_from_the_environment_is_not_known() throws IOException {
        write(
                "flyway.conf",
                "flyway.table=${TABLE}\nflyway.placeholders.owner=${OWNER}\nflyway.locations=filesystem:sql");
        write("sql/V1__a.sql", "CREATE TABLE ${owner}_a (); CREATE TABLE b ()");
        assertThat(project().tableDoubts()).extracting(doubt -> doubt.part()).containsExactly(TablePart.NAME);
        assertThat(project().versionTable().name()).isEqualTo("flyway_schema_history");
        var effects = project().effects("public").getOrDefault("1", List.of());
        assertThat(effects).last().isInstanceOf(Effect.Create.class);
        assertThat(EffectText.of(effects)).noneMatch(text -> text.startsWith("create table public._a"));
    }

    @Test
    void the_class_path_is_where_a_build_has_it() throws IOException {
        write("flyway.conf", "flyway.locations=classpath:db/migration");
        write("src/main/resources/db/migration/V1__a.sql", "");
        write("src/main/java/db/migration/V2__B.java", "class V2__B {}");
        assertThat(ids()).containsExactly("1", "2");
        assertThat(project().history().migration("2").orElseThrow().script()).isEqualTo("db.migration.V2__B");
        assertThat(project().effects("public").getOrDefault("2", List.of()))
                .singleElement()
                .isInstanceOf(Effect.Opaque.class);
        assertThat(project().notes()).singleElement().asString().contains("V2__B.java is a Java migration");
    }

    @Test
    void wildcards_take_what_the_library_takes() throws IOException {
        for (var name : List.of(
                "db/V1__r.sql",
                "db/a/V2__a.sql",
                "db/a/x/V3__ax.sql",
                "db/ab/x/V4__abx.sql",
                "db/b/x/y/V5__bxy.sql",
                "db/b/z/V6__bz.sql",
                "db/.hidden/V7__h.sql")) {
            write(name, "");
        }
        for (var location : List.of("db", "db/a*", "db/*/x", "db/**/x", "db/a?", "db/**", "db/**/b/*")) {
            write("flyway.conf", "flyway.locations=filesystem:" + location);
            assertThat(project().history().resolved())
                    .extracting(Migration::script)
                    .as(location)
                    .containsExactlyInAnyOrderElementsOf(libraryFinds(location));
        }
    }

    private List<String> libraryFinds(String location) {
        var flyway = Flyway.configure().locations("filesystem:" + folder.resolve(location));
        return Arrays.stream(flyway.getLocations())
                .flatMap(place -> new FileSystemScanner(flyway).scanForResources(place).stream())
                .map(resource -> resource.getRelativePath())
                .filter(name -> name.endsWith(".sql"))
                .toList();
    }

    @Test
    void a_version_in_two_files_names_both() throws IOException {
        scripts("V1__a.sql", "V1.0__b.sql", "R__c.sql");
        write("sql/more/R__c.sql", "");
        assertThat(ids()).hasSize(2);
        assertThat(project().problems())
                .extracting(ScriptProblem::why)
                .containsExactly(
                        "version 1 is sql/V1.0__b.sql too, and Flyway refuses both; the first one counts here",
                        "repeatable migration \"c\" is sql/R__c.sql too, and Flyway refuses both; the first one counts"
                                + " here");
    }

    @Test
    void a_name_with_one_underscore_is_passed_over_but_said() throws IOException {
        scripts("V1__a.sql", "V2_b.sql", "v3__c.sql", "R_d.sql", "notes.sql", "Readme.sql", "afterMigrate.sql");
        assertThat(ids()).containsExactly("1");
        assertThat(project().problems()).isEmpty();
        assertThat(project().notes())
                .hasSize(4)
                .filteredOn(note -> note.contains("no migration"))
                .hasSize(3);
        write("flyway.conf", "flyway.locations=filesystem:sql\nflyway.validateMigrationNaming=true");
        assertThat(project().problems()).extracting(ScriptProblem::file).contains("sql/V2_b.sql");
    }

    @Test
    void a_placeholder_without_a_value_has_its_line() throws IOException {
        write("sql/V1__a.sql", "CREATE TABLE a ();\n-- ${flyway:timestamp}\nCREATE TABLE ${nowhere} ();\n");
        assertThat(project().problems())
                .containsExactly(new ScriptProblem(
                        "sql/V1__a.sql",
                        3,
                        "no value for ${nowhere}: Flyway stops here; set it under placeholders, or turn"
                                + " placeholderReplacement off"));
        assertThat(ids()).containsExactly("1");
        write("sql/V1__a.sql.conf", "placeholderReplacement=false");
        assertThat(project().problems()).isEmpty();
    }

    @Test
    void placeholders_that_flyway_fills() throws IOException {
        write("sql/V1__a.sql", "CREATE TABLE ${flyway:defaultSchema}.a (x text DEFAULT '${FLYWAY:FILENAME}')");
        assertThat(EffectText.of(project().effects("shop").getOrDefault("1", List.of())))
                .first()
                .isEqualTo("create table shop.a");
    }

    @Test
    void a_script_in_another_encoding() throws IOException {
        Files.createDirectories(folder.resolve("sql"));
        Files.write(folder.resolve("sql/V1__a.sql"), "-- é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(project().problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.why()).contains("UTF-8").contains("encoding"));
        write("flyway.conf", "flyway.locations=filesystem:sql\nflyway.encoding=ISO-8859-1");
        assertThat(project().problems()).isEmpty();
    }

    @Test
    void rows_behind_copy_are_no_sql() throws IOException {
        write(
                "sql/V1__a.sql",
                "CREATE TABLE a ();\nCOPY a FROM stdin;\n1\tit's; DROP TABLE a\n\\.\nCREATE TABLE b ();\n");
        var effects = project().effects("public").getOrDefault("1", List.of());
        assertThat(EffectText.of(effects)).contains("create table b").noneMatch(text -> text.startsWith("drop"));
        assertThat(((Effect.Create) effects.getLast()).line()).isEqualTo(5);
    }

    @Test
    void a_baseline_script_begins_the_line_only_without_what_it_stands_for() throws IOException {
        scripts("B2__both.sql", "V3__c.sql");
        assertThat(ids()).containsExactly("2", "3");
        scripts("V1__a.sql", "V2__b.sql", "U2__b.sql");
        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(project().notes()).hasSize(2);
    }

    @Test
    void broken_files_are_refused_with_their_line() throws IOException {
        write("sql/V1__a.sql", "");
        for (var broken : List.of("flyway.toml:[flyway\n", "flyway.toml:[flyway]\ncleanDisabled = maybe\n")) {
            write("flyway.toml", broken.substring("flyway.toml:".length()));
            refused("flyway.toml", "line");
        }
        write("flyway.toml", "[flyway]\noutOfOrder = \"perhaps\"\nlocations = [\"filesystem:sql\"]");
        var project = project();
        assertThatThrownBy(() -> project.history().applied(List.of())).isInstanceOf(Problem.class);
    }

    @Test
    void a_location_that_is_not_there() throws IOException {
        write("flyway.conf", "flyway.locations=filesystem:nowhere,s3:bucket");
        assertThat(project().problems())
                .extracting(ScriptProblem::why)
                .anyMatch(why -> why.contains("there is no folder"))
                .anyMatch(why -> why.contains("s3:bucket"));
        write("flyway.conf", "flyway.table=t");
        refused("no locations", "sql");
    }

    private void refused(String... words) {
        assertThatThrownBy(this::project).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
            assertThat(problem.what()).contains(words);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    private FlywayProject project() {
        return (FlywayProject) new FlywayTracker().open(folder);
    }

    private List<String> ids() {
        return project().graph().revisions().stream().map(Revision::id).toList();
    }

    private void scripts(String... names) throws IOException {
        for (var name : Stream.of(names).toList()) {
            write("sql/" + name, "");
        }
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).resolveSibling(""));
        Files.writeString(folder.resolve(name), text);
    }
}

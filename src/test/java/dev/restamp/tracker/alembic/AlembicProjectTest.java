package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.EffectText;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.Project.ScriptProblem;
import dev.restamp.tracker.Project.TableDoubt;
import dev.restamp.tracker.Project.TablePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects in {@code src/test/resources/projects}, each in the style its name says. */
class AlembicProjectTest {
    private static final Path PROJECTS = Path.of("src/test/resources/projects");

    @Test
    void flask_migrate_keeps_everything_in_one_folder() {
        var project = open("flask");
        assertThat(project.location()).isEqualTo("migrations/versions");
        assertThat(project.configuration()).endsWithRaw(Path.of("migrations/alembic.ini"));
        assertThat(ids(project)).containsExactly("0a");
        assertThat(project.versionTable()).isEqualTo(new VersionTable(Optional.of("meta"), "shop_version"));
        assertThat(project.notes()).isEmpty();
    }

    @Test
    void a_package_is_found_without_importing_it_and_read_in_load_order() {
        var project = open("package");
        assertThat(ids(project)).containsExactly("2", "1", "3", "o");
        assertThat(project.location()).isEqualTo("src/shop/db/versions, src/shop/db/more");
        assertThat(project.graph().revisions())
                .last()
                .isEqualTo(
                        new Revision("o", List.of(), List.of("other"), List.of("3"), "other", "src/shop/db/more/a.py"));
    }

    @Test
    void a_version_table_that_only_a_run_could_tell_is_a_doubt() {
        var project = open("package");
        assertThat(project.versionTable()).isEqualTo(VersionTable.ALEMBIC);
        assertThat(project.tableDoubts())
                .containsExactly(new TableDoubt(
                        TablePart.NAME,
                        "env.py line 4: cannot tell version_table without running it: settings.VERSION_TABLE; "
                                + "alembic_version is assumed"));
    }

    @Test
    void pyproject_toml_will_do() {
        var project = open("toml");
        assertThat(ids(project)).containsExactly("t");
        assertThat(project.location()).isEqualTo("db/versions");
    }

    @Test
    void what_cannot_be_read_is_named_and_the_rest_still_works() {
        var project = open("damaged");
        assertThat(ids(project)).containsExactly("a", "h");
        assertThat(project.problems())
                .extracting(ScriptProblem::file, ScriptProblem::line, ScriptProblem::why)
                .containsExactly(
                        row("b_conflict.py", 3, "merge conflict markers, line 3 to 7"),
                        row("c_broken.py", 2, "not Python: revision = \"c"),
                        row("d_stray.py", 0, "no revision: the script assigns no variable of that name"),
                        row("e_bytes.py", 1, "not in the encoding that it declares, or that Python assumes: UTF-8"),
                        row("f_cookie.py", 1, "declares an encoding that is not known"),
                        row(
                                "g_dynamic.py",
                                3,
                                "cannot tell down_revision without running the script: os.environ[\"PARENT\"]"),
                        row("h_body.py", 11, "not Python: def downgrade():; what the revision does cannot be told"));
    }

    @Test
    void a_script_with_a_broken_body_keeps_its_place_in_the_graph_but_claims_nothing() {
        assertThat(EffectText.of(open("damaged").effects("public").getOrDefault("h", List.of())))
                .singleElement()
                .asString()
                .startsWith("OPAQUE not Python: ");
    }

    @Test
    void a_change_of_its_files_is_noticed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("m/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/m\n");
        var script = Files.writeString(folder.resolve("m/versions/a.py"), "revision = 'a'\ndown_revision = None\n");
        var project = new AlembicTracker().open(folder);
        assertThat(project.hasChanged()).isFalse();

        Files.writeString(script, "revision = 'abc'\ndown_revision = None\n");
        assertThat(project.hasChanged()).isTrue();

        var again = new AlembicTracker().open(folder);
        Files.writeString(folder.resolve("m/versions/b.py"), "revision = 'b'\ndown_revision = 'abc'\n");
        assertThat(again.hasChanged()).isTrue();
    }

    @Test
    void a_change_of_a_helper_that_a_script_calls_is_noticed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("m/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/m\n");
        Files.writeString(folder.resolve("m/versions/a.py"), """
                from helpers import change
                revision = 'a'
                down_revision = None
                def upgrade():
                    change()
                """);
        var helper = Files.writeString(folder.resolve("helpers.py"), "def change(): pass\n");
        var project = new AlembicTracker().open(folder);
        assertThat(project.effects("public")).containsEntry("a", List.of());
        assertThat(project.hasChanged()).isFalse();

        Files.writeString(helper, "from alembic import op\ndef change(): op.drop_table('t')\n");
        assertThat(project.hasChanged()).isTrue();
    }

    @Test
    void nothing_of_a_project_is_run() throws IOException {
        for (var trace : List.of("env", "module", "upgrade")) {
            Files.deleteIfExists(Path.of("target/restamp-ran-" + trace));
        }
        var project = open("hostile");
        assertThat(EffectText.of(project.effects("public").getOrDefault("a", List.of())))
                .containsExactly(
                        "OPAQUE a call of os.system, which is not in this file: "
                                + "os.system(\"touch target/restamp-ran-upgrade\")",
                        "drop table t");
        assertThat(List.of("env", "module", "upgrade"))
                .allSatisfy(trace ->
                        assertThat(Path.of("target/restamp-ran-" + trace)).doesNotExist());
    }

    @Test
    void every_effect_belongs_to_a_revision_of_the_graph() {
        for (var name : List.of("flask", "package", "toml", "damaged", "hostile")) {
            var project = open(name);
            assertThat(project.effects("public").keySet()).containsExactlyInAnyOrderElementsOf(ids(project));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "script_location = nowhere | there is no such folder",
                "script_location = %(absent)s/x | no value for %(absent)s",
                "sqlalchemy.url = x | no script_location",
                "script_location = .\\nversion_locations = a b\\npath_separator = os  # usual | path_separator is"
            })
    void a_configuration_that_cannot_be_followed_is_a_problem(String lines, String why, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\n" + lines.replace("\\n", "\n") + "\n");
        assertThatThrownBy(() -> new AlembicTracker().open(folder))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(why);
    }

    private static Tuple row(String file, int line, String why) {
        return tuple("alembic/versions/" + file, line, why);
    }

    private static Project open(String name) {
        return new AlembicTracker().open(PROJECTS.resolve(name));
    }

    private static List<String> ids(Project project) {
        return project.graph().revisions().stream().map(Revision::id).toList();
    }
}

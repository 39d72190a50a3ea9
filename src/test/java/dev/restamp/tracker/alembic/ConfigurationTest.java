package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.Project.ScriptProblem;
import dev.restamp.tracker.Project.TableDoubt;
import dev.restamp.tracker.ProjectChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Forms of configuration that only a newer Alembic has, and what is said where Alembic is silent. Two folders of
 * scripts: {@code one} holds the revision {@code a}, {@code two} holds {@code b} after it.
 */
class ConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void the_ini_goes_over_the_toml_key_by_key() throws IOException {
        ini("script_location = db\nrecursive_version_locations = True");
        toml(
                "script_location = 'nowhere'\nversion_locations = ['%(here)s/one', 'two']\nrecursive_version_locations = true");
        scripts();
        write("two/deeper/c.py", "revision = 'c'\ndown_revision = 'b'\n");
        assertThat(ids(open())).containsExactly("a", "b");
    }

    @Test
    void another_section_of_the_ini_leaves_the_toml_as_it_is() throws IOException {
        write("alembic.ini", "[alembic]\nversion_locations = one two\n[first]\nversion_locations = one\n");
        toml("script_location = 'db'");
        scripts();
        assertThat(ids(open())).containsExactly("a", "b");
        assertThat(ids(open(Optional.of("first")))).containsExactly("a");
    }

    @Test
    void a_file_that_is_named_has_its_fellow_in_the_current_folder() throws IOException {
        write("conf/x.ini", "[alembic]\nversion_locations = one\n");
        write("conf/pyproject.toml", "[tool.alembic]\nscript_location = 'nowhere'\n");
        toml("script_location = 'db'\nversion_locations = ['one', 'two']");
        scripts();
        var choice = new ProjectChoice(folder.resolve("conf/x.ini"), folder, Optional.empty(), List.of());
        assertThat(ids(new AlembicTracker().open(choice))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[tool.alembic]\nscript_location = \"db\"\nversion_locations = [\"one\",\n  'two', # both\n]",
                "[ tool . \"alembic\" ]\nscript_location = '''db'''\nversion_locations = [\"\\u006fne\", 'two']",
                "[tool]\nalembic.script_location = 'db'\nalembic.version_locations = ['one', 'two']",
                "tool = {alembic = {script_location = 'db', version_locations = ['one', 'two']}}",
                "[tool.alembic]\nscript_location = 'db'\nversion_locations = ['one', 'two']\n"
                        + "[[tool.alembic.post_write_hooks]]\nname = 'ruff'"
            })
    void toml_is_read_however_it_is_written(String text) throws IOException {
        write("pyproject.toml", text);
        scripts();
        assertThat(ids(open())).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            version_locations = 'one' => version_locations is "one", not a list
            version_locations = ['one', 2] => version_locations has 2 where a text belongs
            recursive_version_locations = 'true' => recursive_version_locations is "true", not true or false
            version_locations = ['%(there)s'] => no value for %(there)s; in TOML there is only %(here)s
            version_locations = ['50%'] => a single % in 50%
            version_locations = [ => is no TOML, line 5
            """)
    void toml_of_the_wrong_kind_is_a_problem(String line, String why) throws IOException {
        toml("script_location = 'db'\n" + line + "\n");
        scripts();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(this::open)
                .withMessageContaining(why)
                .satisfies(problem -> assertThat(problem.exit()).isEqualTo(Exit.PROJECT));
    }

    @Test
    void a_broken_toml_does_not_matter_beside_an_ini_that_says_everything() throws IOException {
        ini("script_location = db\nversion_locations = one two");
        write("pyproject.toml", "[tool.alembic\n");
        scripts();
        assertThat(ids(open())).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one:two | os",
                "one:two | :",
                "one;two; | ;",
                "one   two | space",
                "\\n  one\\n  # not this\\n  two | newline"
            })
    void every_separator_splits(String locations, String separator) throws IOException {
        ini("script_location = db\nversion_locations = " + locations.replace("\\n", "\n") + "\npath_separator = "
                + separator);
        scripts();
        assertThat(ids(open())).containsExactly("a", "b");
    }

    @Test
    void without_a_separator_the_search_path_is_split_at_colons_too() throws IOException {
        ini("script_location = shop:db\nprepend_sys_path = lib:src");
        write("src/shop/db/versions/a.py", "revision = 'a'\ndown_revision = None\n");
        assertThat(ids(open())).containsExactly("a");
    }

    @Test
    void a_package_is_found_from_an_ini_inside_of_it() throws IOException {
        write("shop/db/alembic.ini", "[alembic]\nscript_location = shop.db:scripts\n");
        write("shop/__init__.py", "");
        write("shop/db/__init__.py", "");
        write("shop/db/scripts/versions/a.py", "revision = 'a'\ndown_revision = None\n");
        assertThat(ids(new AlembicTracker().open(folder.resolve("shop/db")))).containsExactly("a");
    }

    @Test
    void a_section_that_is_not_there_is_answered_with_those_that_are() throws IOException {
        write("alembic.ini", "[billing]\nscript_location = one\n[shop]\nscript_location = two\n");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(this::open)
                .withMessage("[alembic] of " + folder.resolve("alembic.ini")
                        + " has no script_location; sections billing, shop have one each")
                .satisfies(problem -> assertThat(problem.hint()).isEqualTo("say which one: --name billing"));
    }

    @Test
    void a_location_that_is_not_there_is_passed_over_with_a_note() throws IOException {
        ini("script_location = db\nversion_locations = one gone two");
        scripts();
        assertThat(open().notes())
                .containsExactly("there is no folder gone for revisions; it is passed over, as Alembic does");
    }

    @Test
    void compiled_revisions_without_a_source_are_named() throws IOException {
        ini("script_location = db\nversion_locations = one two\nsourceless = true");
        scripts();
        write("one/c.pyc", "");
        write("one/__pycache__/a.cpython-313.pyc", "");
        write("one/__pycache__/d.cpython-313.pyc", "");
        write("two/b.pyc", "");
        var project = open();
        assertThat(ids(project)).containsExactly("a", "b");
        assertThat(project.problems())
                .extracting(ScriptProblem::file)
                .containsExactly("one/c.pyc", "one/__pycache__/d.cpython-313.pyc");
        assertThat(project.problems())
                .extracting(ScriptProblem::why)
                .containsOnly("compiled only: without its source it cannot be read");
    }

    @Test
    void compiled_revisions_that_alembic_does_not_read_either_are_noted() throws IOException {
        ini("script_location = db\nversion_locations = one two");
        scripts();
        write("one/c.pyc", "");
        write("one/__pycache__/d.cpython-313.pyc", "");
        var project = open();
        assertThat(project.problems()).isEmpty();
        assertThat(project.notes())
                .containsExactly(
                        "one/c.pyc has no source; Alembic reads compiled revisions only with sourceless = true");
    }

    @Test
    void a_link_that_leads_nowhere_is_named() throws IOException {
        ini("script_location = db\nversion_locations = one two");
        scripts();
        Files.createSymbolicLink(folder.resolve("two/c.py"), Path.of("gone"));
        assertThat(open().problems()).containsExactly(new ScriptProblem("two/c.py", 0, "a link that leads nowhere"));
    }

    @Test
    void the_line_of_an_undecodable_byte_is_told() throws IOException {
        ini("script_location = db\nversion_locations = one two");
        scripts();
        Files.write(folder.resolve("two/c.py"), new byte[] {'#', '\n', '#', (byte) 0xE9, '\n'});
        Files.write(folder.resolve("two/d.py"), new byte[] {'#', '\n', '#', 0, '\n'});
        assertThat(open().problems())
                .containsExactly(
                        new ScriptProblem(
                                "two/c.py", 2, "not in the encoding that it declares, or that Python assumes: UTF-8"),
                        new ScriptProblem("two/d.py", 2, "a null byte, which Python does not read"));
    }

    @Test
    void a_dependency_that_only_a_run_could_tell_leaves_the_revision_its_place() throws IOException {
        ini("script_location = db\nversion_locations = one two");
        scripts();
        write("two/c.py", """
                try:
                    import invenio
                    resolved = 'x'
                except ImportError:
                    resolved = None
                revision = 'c'
                down_revision = 'b'
                depends_on = resolved
                """);
        write("two/d.py", "revision = 'd'\ndown_revision = 'c'\n");
        var project = open();
        assertThat(project.graph().heads()).containsExactly("d");
        assertThat(project.graph().problems()).isEmpty();
        assertThat(project.problems())
                .containsExactly(new ScriptProblem(
                        "two/c.py", 8, "cannot tell depends_on without running the script: resolved"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            context.configure(version_table='v', version_table_schema='s') => s.v
            context.configure(version_table=TABLE) => constant
            context.configure(version_table=f'{TABLE}_of_{"shop"}') => constant_of_shop
            context.configure(**OPTIONS) => s.v
            context.configure(**{'version_table': 'v'}) => v
            context.configure(**dict(version_table='v')) => v
            context.configure(version_table=names.TABLE) => imported
            context.configure(version_table=TABLE_TOO) => imported
            context.configure(version_table=config.get_main_option('my_table')) => from_the_ini
            context.configure(version_table=config.get_main_option('absent', 'v')) => v
            context.configure(version_table=None) => alembic_version
            context.configure(target_metadata=None) => alembic_version
            """)
    void env_py_says_where_the_rows_are(String call, String table) throws IOException {
        env(call);
        var project = open();
        assertThat(project.tableDoubts()).isEmpty();
        assertThat(shown(project.versionTable())).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.configure(version_table=os.environ['T'])",
                "context.configure(version_table=names.unknown())",
                "context.configure(version_table=names.ABSENT)",
                "context.configure(version_table=config.attributes['t'])"
            })
    void what_env_py_leaves_to_a_run_is_a_doubt_with_its_line(String call) throws IOException {
        env(call);
        var value = call.substring(call.indexOf('=') + 1, call.length() - 1);
        assertThat(open().tableDoubts())
                .extracting(TableDoubt::what)
                .containsExactly("env.py line 9: cannot tell version_table without running it: " + value
                        + "; alembic_version is assumed");
    }

    private void env(String call) throws IOException {
        ini("script_location = db\nprepend_sys_path = .\nmy_table = from_the_ini");
        write("shop/names.py", "TABLE = 'imported'\n");
        write("db/env.py", """
                import os
                from alembic import context
                from shop import names
                from shop.names import TABLE as TABLE_TOO
                config = context.config
                TABLE = 'constant'
                OPTIONS = {'version_table': 'v', 'version_table_schema': 's'}
                def run():
                    %s
                run()
                """.formatted(call));
    }

    private void scripts() throws IOException {
        write("db/env.py", "");
        write("one/a.py", "revision = 'a'\ndown_revision = None\n");
        write("two/b.py", "revision = 'b'\ndown_revision = 'a'\n");
    }

    private void ini(String lines) throws IOException {
        write("alembic.ini", "[alembic]\n" + lines + "\n");
    }

    private void toml(String lines) throws IOException {
        write("pyproject.toml", "[tool.alembic]\n" + lines + "\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.writeString(folder.resolve(file), text);
    }

    private Project open() {
        return open(Optional.empty());
    }

    private Project open(Optional<String> section) {
        return new AlembicTracker().open(new ProjectChoice(folder, folder, section, List.of()));
    }

    private static String shown(VersionTable table) {
        return table.schema().map(schema -> schema + ".").orElse("") + table.name();
    }

    private static List<String> ids(Project project) {
        return project.graph().revisions().stream().map(Revision::id).toList();
    }
}

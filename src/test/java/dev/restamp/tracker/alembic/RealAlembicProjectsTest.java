package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Projects configured in every way that Alembic 1.8 has too, read by both. Where there is no Alembic, these tests are
 * skipped. A project is files below a temporary folder, in which Alembic is run; revision {@code a} has no parent, each
 * other one the letter before it.
 */
class RealAlembicProjectsTest {
    private static final Optional<String> PYTHON = Stream.of("/usr/bin/python3", "python3")
            .filter(RealAlembicProjectsTest::runsAlembic)
            .findFirst();

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_the_real_one() {
        assumeTrue(PYTHON.isPresent(), "no `python3 -m alembic` here: the real Alembic is not asked");
    }

    @Test
    void a_relative_path() throws Exception {
        ini("script_location = db");
        revisions("db/versions", "a", "b", "c");
        bothRead("a", "b", "c");
    }

    @Test
    void here_and_a_percent_sign() throws Exception {
        ini("script_location = %(here)s/100%%");
        revisions("100%/versions", "a", "b");
        bothRead("a", "b");
    }

    @Test
    void an_option_that_refers_to_another_and_a_default() throws Exception {
        write("alembic.ini", "[DEFAULT]\nroot: %(here)s/x\n[alembic]\nScript_Location = %(root)s/db\n");
        revisions("x/db/versions", "a");
        bothRead("a");
    }

    @Test
    void a_comment_behind_a_value_is_part_of_it() throws Exception {
        ini("script_location = db # here");
        revisions("db # here/versions", "a");
        revisions("db/versions", "a", "b");
        bothRead("a");
    }

    @Test
    void a_package_and_a_path_in_it() throws Exception {
        ini("script_location = shop:db/scripts\nprepend_sys_path = lib");
        write("lib/shop/__init__.py", "");
        revisions("lib/shop/db/scripts/versions", "a", "b");
        bothRead("a", "b");
    }

    @Test
    void a_package_below_a_package() throws Exception {
        ini("script_location = shop.data:db\nprepend_sys_path = .");
        write("shop/__init__.py", "");
        write("shop/data/__init__.py", "");
        revisions("shop/data/db/versions", "a");
        bothRead("a");
    }

    @Test
    void several_locations_by_every_separator() throws Exception {
        for (var line : List.of(
                "version_locations = one two absent",
                "version_locations = one, two,absent",
                "version_locations = one:two\nversion_path_separator = os",
                "version_locations = one:two\nversion_path_separator = :",
                "version_locations = one;two;\nversion_path_separator = ;",
                "version_locations = one two\nversion_path_separator = space")) {
            ini("script_location = db\n" + line);
            write("db/env.py", "");
            revisions("one", "a", "b");
            revisions("two", "c");
            bothRead("a", "b", "c");
        }
    }

    @Test
    void a_location_in_a_package() throws Exception {
        ini("script_location = db\nversion_locations = shop:one two\nprepend_sys_path = .");
        write("shop/__init__.py", "");
        write("db/env.py", "");
        revisions("shop/one", "a");
        revisions("two", "b");
        bothRead("a", "b");
    }

    @Test
    void another_section() throws Exception {
        write("alembic.ini", "[alembic]\nscript_location = db\n[billing]\nscript_location = other\n");
        revisions("db/versions", "a", "b");
        revisions("other/versions", "a");
        bothRead(new ProjectChoice(folder, folder, Optional.of("billing"), List.of()), List.of("-n", "billing"), "a");
    }

    @Test
    void another_file() throws Exception {
        ini("script_location = db");
        write("conf/billing.ini", "[alembic]\nscript_location = other\n");
        write("conf/here.ini", "[alembic]\nscript_location = %(here)s/third\n");
        revisions("db/versions", "a", "b");
        revisions("other/versions", "a");
        revisions("conf/other/versions", "a", "b", "c");
        revisions("conf/third/versions", "a", "b", "c", "d");
        bothRead(file("conf/billing.ini"), List.of("-c", "conf/billing.ini"), "a");
        bothRead(file("conf/here.ini"), List.of("-c", "conf/here.ini"), "a", "b", "c", "d");
    }

    @Test
    void names_that_are_no_revisions() throws Exception {
        ini("script_location = db");
        revisions("db/versions", "a");
        for (var name : List.of("__init__.py", "__init__x.py", "x.PY", "x.py~", "x.txt", "x.pyc")) {
            write("db/versions/" + name, "raise SystemExit");
        }
        Files.createSymbolicLink(folder.resolve("db/versions/.#a.py"), Path.of("nowhere"));
        write("db/versions/deeper/z.py", "raise SystemExit");
        bothRead("a");
    }

    @Test
    void names_that_are_revisions_all_the_same() throws Exception {
        ini("script_location = db");
        write("db/versions/.hidden.py", script("a"));
        write("db/versions/_x.py", script("b"));
        write("db/versions/with blank.py", script("c"));
        bothRead("a", "b", "c");
    }

    @Test
    void one_file_under_two_names() throws Exception {
        ini("script_location = db\nversion_locations = db/versions again");
        revisions("db/versions", "a", "b");
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("db/versions"));
        var project = bothRead("a", "b");
        assertThat(project.notes())
                .contains(
                        "again/a.py is the same file as db/versions/a.py; the second is passed over, as Alembic does");
    }

    @Test
    void encodings_and_line_ends() throws Exception {
        ini("script_location = db");
        bytes("db/versions/a.py", "# -*- coding: latin-1 -*-\n'''é'''\n" + script("a"), StandardCharsets.ISO_8859_1);
        write("db/versions/b.py", "\uFEFF'''ü'''\r\n" + script("b").replace("\n", "\r\n"));
        bytes(
                "db/versions/c.py",
                "#!x\n# vim: set fileencoding=koi8-r :\n'''ж'''\n" + script("c"),
                Charset.forName("KOI8-R"));
        bothRead("a", "b", "c");
    }

    @Test
    void what_is_imported_from_the_project() throws Exception {
        ini("script_location = db\nprepend_sys_path = .");
        write("shop/__init__.py", "");
        write("shop/names.py", "EXPAND = 'expand'\nALL = (EXPAND, 'more')\n");
        write("shop/cli.py", "from shop.names import EXPAND as EXPAND_BRANCH\n");
        write("db/versions/a.py", "from shop import cli\n" + script("a") + "branch_labels = (cli.EXPAND_BRANCH,)\n");
        write(
                "db/versions/b.py",
                "from shop.names import ALL\n" + script("b").replace("'a'", "None") + "branch_labels = ALL[1:]\n");
        var project = opened(ProjectChoice.of(folder));
        assertThat(lines(List.of(), "heads")).contains("a (expand) (head)");
        assertThat(RevisionText.of(project.graph())
                        .head(project.graph().get("a").orElseThrow()))
                .isEqualTo("a (expand) (head)");
        assertThat(project.problems()).extracting(Project.ScriptProblem::file).containsExactly("db/versions/b.py");
    }

    @Test
    void a_ring_with_an_entry_and_an_exit_passes_alembic_but_is_named() throws Exception {
        ini("script_location = db");
        write("db/versions/1.py", "revision = 'a'\ndown_revision = None\n");
        write("db/versions/2.py", "revision = 'b'\ndown_revision = ('a', 'd')\n");
        write("db/versions/3.py", "revision = 'c'\ndown_revision = 'b'\n");
        write("db/versions/4.py", "revision = 'd'\ndown_revision = 'c'\n");
        write("db/versions/5.py", "revision = 'e'\ndown_revision = 'd'\n");
        var project = opened(ProjectChoice.of(folder));
        assertThat(lines(List.of(), "heads")).containsExactly("e (head)");
        assertThat(project.graph().heads()).containsExactly("e");
        assertThat(project.graph().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .isEqualTo("revisions b, c, d revise each other in a ring: db/versions/2.py, db/versions/3.py, "
                                + "db/versions/4.py"));
    }

    private Project bothRead(String... ids) throws Exception {
        return bothRead(ProjectChoice.of(folder), List.of(), ids);
    }

    /** Both read these revisions and no others, and say the same of them. */
    private Project bothRead(ProjectChoice choice, List<String> options, String... ids) throws Exception {
        var project = opened(choice);
        assertThat(project.graph().revisions()).extracting(Revision::id).containsExactlyInAnyOrder(ids);
        assertThat(project.problems()).isEmpty();
        var text = RevisionText.of(project.graph());
        var heads = project.graph().heads().stream()
                .flatMap(id -> project.graph().get(id).stream())
                .map(text::head);
        assertThat(lines(options, "heads")).isEqualTo(heads.toList());
        var history = project.graph().newestFirst().stream().map(one -> text.history(one, false));
        assertThat(lines(options, "history")).isEqualTo(history.toList());
        return project;
    }

    private Project opened(ProjectChoice choice) {
        return new AlembicTracker().open(new ProjectChoice(choice.place(), folder, choice.section(), List.of()));
    }

    private ProjectChoice file(String name) {
        return ProjectChoice.of(folder.resolve(name));
    }

    /** Standard output; warnings go elsewhere. */
    private List<String> lines(List<String> options, String command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(PYTHON.orElseThrow(), "-B", "-m", "alembic"));
        words.addAll(options);
        words.add(command);
        var errors = Files.createTempFile("alembic", "");
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output + Files.readString(errors)).isZero();
        return output.lines().filter(line -> !line.isEmpty()).toList();
    }

    private void ini(String lines) throws IOException {
        write("alembic.ini", "[alembic]\n" + lines + "\n");
    }

    private void revisions(String where, String... ids) throws IOException {
        for (var id : ids) {
            write(where + "/" + id + ".py", script(id));
        }
    }

    private static String script(String id) {
        var before = (char) (id.charAt(0) - 1);
        return "revision = '%s'\ndown_revision = %s\n".formatted(id, id.equals("a") ? "None" : "'" + before + "'");
    }

    private void write(String file, String text) throws IOException {
        bytes(file, text, StandardCharsets.UTF_8);
    }

    private void bytes(String file, String text, Charset charset) throws IOException {
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.write(folder.resolve(file), text.getBytes(charset));
    }

    private static boolean runsAlembic(String python) {
        try {
            return new ProcessBuilder(python, "-c", "import alembic").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

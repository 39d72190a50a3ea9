package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Scripts as they run, and what they show. */
class ScriptRunTest {
    @TempDir
    private Path folder;

    private ScriptShell shell;

    @BeforeEach
    void start() throws IOException {
        shell = new ScriptShell(folder);
    }

    @Test
    void a_script_that_passes() throws IOException {
        var said = shell.run("""
                require restamp >= 0.0
                section "look"
                heads                        # a comment
                capture head = heads --json | $.heads[0]
                assert head == "aaaa00000001" "another head"
                section "branch"
                let wanted = [head]
                if wanted contains "aaaa00000001" and not false
                  echo "head is ${head}"
                  show ${head}
                else
                  version
                end
                expect 4 show zzzz
                """);
        assertThat(said.screen()).isEqualTo("""
                [1/2]  look
                   3   heads                                                            0                     0.00 s
                   4   capture head = "aaaa00000001"                                    0                     0.00 s
                   5   assert head == "aaaa00000001"                                    0                     0.00 s
                [2/2]  branch
                       head is aaaa00000001
                  10   show aaaa00000001                                                0                     0.00 s
                  14   show zzzz                                                        4  as expected        0.00 s
                PASSED  5 steps, 0.0 s, 0 writes                                                              exit 0
                """);
        assertThat(said.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void a_line_that_fails_shows_its_output_and_stops() throws IOException {
        var said = shell.run("section \"look\"\nheads\nshow zzzz\nversion\n");
        assertThat(said.exit()).isEqualTo(Exit.PROJECT);
        assertThat(said.screen())
                .startsWith("""
                        [1/1]  look
                           2   heads                                                            0                     0.00 s
                           3   show zzzz                                                        4  FAILED             0.00 s
                               restamp: no revision starts with "zzzz"; heads: aaaa00000001
                        """)
                .contains("\nFAILED at x.restamp:3   the project cannot be read", "exit 4\n", "2 steps", "next\n  1  ")
                .doesNotContain("version");
    }

    @Test
    void an_assertion_that_does_not_hold_says_what_it_saw() throws IOException {
        var said =
                shell.run("capture head = heads --json | $.heads\nassert head == ['b'] \"not where it should be\"\n");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.screen()).contains("""
                   2   assert head == ['b']                                             1  FAILED             0.00 s
                       not where it should be
                         head is ["aaaa00000001"]

                FAILED at x.restamp:2""");
    }

    @Test
    void an_exit_code_that_was_not_expected_stops_even_where_it_is_0() throws IOException {
        var said = shell.run("expect 1 heads\nversion\n");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.screen())
                .contains("0  FAILED, not 1", "exit 0 where 1 was expected")
                .doesNotContain("version");
    }

    @Test
    void mistakes_are_all_told_before_anything_runs() throws IOException {
        var said = shell.run("version\nstauts\n        stamp 6f708192a3b4\n");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.screen()).isEqualTo("""
                x.restamp:2:1: unknown command "stauts". Did you mean: status                                 exit 2
                        stauts
                        ^
                x.restamp:3:15: stamp needs --expect REV in a script (what you believe the row is now)        exit 2
                                stamp 6f708192a3b4
                                      ^
                """);
        assertThat(shell.ask("script", "check", "x.restamp").screen()).isEqualTo(said.screen());
    }

    @Test
    void a_sound_script_is_checked_without_a_connection() throws IOException {
        shell.write("y.restamp", "require set database\nstamp a --expect b --confirm ${database}\n");
        var said = shell.ask("script", "check", "y.restamp");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.screen()).startsWith("OK  y.restamp: 1 command");
    }

    @Test
    void what_must_be_given_is_asked_for() throws IOException {
        var said = shell.run("require set database \"which\"\nversion\n");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.screen()).startsWith("x.restamp:1:13: database must be given: which; --set database=…");
        assertThat(shell.run("require set database\nversion\n", "--set", "database=a=b,c")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(shell.run("version\n", "--set", "1=2").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_secret_that_is_given_is_not_shown() throws IOException {
        var said = shell.run(
                "echo ${password}\nexpect 4 show ${password}\nassert password == 'x'\n",
                "--set",
                "password=c4nary-word");
        assertThat(said.screen()).doesNotContain("c4nary-word").contains("***");
        assertThat(Files.readString(folder.resolve("x.restamp"))).doesNotContain("c4nary-word");
    }

    @Test
    void a_value_cannot_smuggle_in_an_option_or_a_command() throws IOException {
        var said = shell.run("show ${rev}\n", "--set", "rev=--json");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.screen()).contains("x.restamp:1:6: the value of ${rev} begins with -");
        assertThat(shell.run("show ${rev}\n", "--set", "rev=aaaa00000001; version")
                        .exit())
                .isEqualTo(Exit.PROJECT);
    }

    @Test
    void the_project_and_the_version_can_be_required() throws IOException {
        assertThat(shell.run("require project .\nheads\n").exit()).isEqualTo(Exit.OK);
        var nowhere = shell.run("require project ./nowhere\nheads\n");
        assertThat(nowhere.exit()).isEqualTo(Exit.PROJECT);
        assertThat(nowhere.screen()).contains("FAILED at x.restamp:1");
    }

    @Test
    void a_finding_is_remembered_unless_it_never_matters() throws IOException {
        shell.write(
                "migrations/versions/two.py",
                "revision = 'bbbb00000002'\ndown_revision = None\ndef upgrade():\n    pass\n");
        var script = "heads\nheads\nversion\n";
        var said = shell.run(script);
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.screen()).contains("1  a finding", "FINDINGS  2 of 3 steps", "exit 1");
        assertThat(shell.run(script, "--fail-on", "never").exit()).isEqualTo(Exit.OK);
        assertThat(shell.run(script, "--fail-on", "sometimes").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void for_programs_there_is_one_object_with_the_steps() throws IOException {
        var said = shell.run("section 's'\nheads\nshow zzzz\n", "--json");
        var json = new JsonMapper().readTree(said.screen());
        assertThat(json.path("schema").asString()).isEqualTo("restamp.run/1");
        assertThat(json.path("exit").asInt()).isEqualTo(4);
        assertThat(json.path("script").path("sha256").asString()).hasSize(64);
        assertThat(json.path("steps").size()).isEqualTo(2);
        assertThat(json.path("steps").path(1).path("line").asInt()).isEqualTo(3);
        assertThat(json.path("steps").path(1).path("outcome").asString()).isEqualTo("failed");
        assertThat(json.path("steps").path(1).path("output").asString()).contains("zzzz");
    }

    @Test
    void junit_is_valid_whatever_was_shown() throws Exception {
        shell.run(
                "section \"a <b> & 'c'\"\nheads\nassert name == '' \"${name}\"\n",
                "--junit",
                "out.xml",
                "--set",
                "name=]]> \u0007\u001B[31m & <x> \ud83d\ude00");
        var text = Files.readString(folder.resolve("out.xml"));
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(xml.getTagName()).isEqualTo("testsuites");
        assertThat(xml.getAttribute("tests")).isEqualTo("2");
        assertThat(xml.getAttribute("failures")).isEqualTo("1");
        var cases = xml.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(2);
        assertThat(cases.item(0).getAttributes().getNamedItem("classname").getNodeValue())
                .isEqualTo("x.a <b> & 'c'");
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
                .contains("\\u0007", "<x>", "\ud83d\ude00");
    }

    @Test
    void junit_tells_of_a_script_that_cannot_be_run() throws Exception {
        assertThat(shell.run("stauts\n", "--junit", "out.xml").exit()).isEqualTo(Exit.USAGE);
        assertThat(Files.readString(folder.resolve("out.xml"))).contains("errors=\"1\"", "x.restamp:1:1");
        assertThat(shell.run("heads\n", "--junit", "nowhere/out.xml").exit()).isEqualTo(Exit.USAGE);
    }
}

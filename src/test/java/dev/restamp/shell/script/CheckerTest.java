package dev.restamp.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts             | 1:1 unknown command \"stauts\". Did you mean: status",
                "stat               | 1:1 unknown command \"stat\". Did you mean: status",
                "status --jsn       | 1:8 status has no option --jsn. Did you mean: --json",
                "heads now          | 1:7 \"now\" is one word too many",
                "show               | 1:1 show needs REV…",
                "stamp 6f708192a3b4 | 1:7 stamp needs --expect REV in a script (what you believe the row is now)",
                "expect 5 stamp 6f  | 1:16 stamp needs --expect REV in a script (what you believe the row is now)",
                "stamp head --expect a      | 1:7 \"head\" is not a full revision id, which scripts need",
                "stamp a --expect           | 1:9 --expect needs a value: --expect REV",
                "stamp a --expect b --confirm shop | 1:30 a script cannot confirm by itself",
                "stamp a --expect b --confirm=shop | 1:20 a script cannot confirm by itself",
                "@prod stamp a --expect b   | 1:1 a script writes to the database it was started for, and no other",
                "@prod              | 1:1 @prod needs a command",
                "connect x          | 1:1 connect is not for scripts",
                "use x              | 1:1 use is not for scripts",
                "run x.restamp      | 1:1 run is not for scripts",
                "quit               | 1:1 quit is not for scripts",
                "watch status       | 1:1 watch never ends by itself",
                "show ${rev}        | 1:6 rev has no value here",
                "echo '${rev}' \"${rev}\" | 1:16 rev has no value here",
                "assert rev == 1    | 1:8 rev has no value here",
                "include ../x       | 1:9 a script from standard input cannot include files"
            })
    void says_what_is_wrong_and_where(String line, String mistake) {
        assertThat(Scripts.mistakes(line)).containsExactly(mistake);
    }

    @Test
    void names_must_be_seen_and_not_computed() {
        assertThat(Scripts.mistakes("${name}\nstatus --${name}\n@${name} status\n", "name"))
                .containsExactly(
                        "1:1 the name of a command must not depend on a variable",
                        "2:8 the name of an option must not depend on a variable",
                        "3:10 the name of a command must not depend on a variable");
    }

    @Test
    void a_confirmation_comes_from_outside_and_stays_what_it_is() {
        var stamp = "stamp a --expect b --confirm ${database}\n";
        assertThat(Scripts.mistakes(stamp, "database")).isEmpty();
        assertThat(Scripts.mistakes("require set database\n" + stamp)).isEmpty();
        assertThat(Scripts.mistakes("let database = 'shop'\n" + stamp))
                .containsExactly("2:30 a script cannot confirm by itself");
        assertThat(Scripts.mistakes("let database = 'shop'\n" + stamp, "database"))
                .containsExactly("1:5 database is given from outside and cannot be changed");
        assertThat(Scripts.mistakes("capture database = status --json | $.connection.database\n" + stamp))
                .containsExactly("2:30 a script cannot confirm by itself");
        assertThat(Scripts.mistakes("let database = 'shop'\nrequire set database\n" + stamp))
                .containsExactly("2:13 database is given from outside and must not be set before");
    }

    @Test
    void what_writes_is_not_hidden_in_a_capture() {
        assertThat(Scripts.mistakes("capture x = stamp a --expect b | $.row\n"))
                .containsExactly("1:9 what writes is a line of its own, so that it is seen");
    }

    @Test
    void what_is_required_must_be_given() {
        var script = Scripts.read("require set database \"what is repaired\"\n");
        assertThat(Checker.missing(script, java.util.Set.of("database"))).isEmpty();
        assertThat(Checker.missing(script, java.util.Set.of()))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what()).isEqualTo("database must be given: what is repaired"));
    }

    @Test
    void a_sound_script_is_sound() {
        assertThat(Scripts.mistakes("""
                        require set database "which"
                        expect 1 status
                        capture fit = diagnose --json | $.schema.fits
                        stamp ${fit} --expect "a,b" --confirm ${database}
                        stamp head --plan
                        watch --times 2 1 status
                        @stage current
                        if fit == null
                          echo "${fit}"
                        end
                        """)).isEmpty();
    }
}

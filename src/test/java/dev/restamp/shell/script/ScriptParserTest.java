package dev.restamp.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ScriptParserTest {
    @Test
    void reads_every_kind_of_line() {
        var script = Scripts.read("""
                #!/usr/bin/env -S restamp run
                require restamp >= 1.0
                require project ./migrations
                require set database "the name"
                section "inspect"
                expect 1 status      # drift is expected here
                capture fit = diagnose --json | $.schema.fits
                let wanted = ["a"]
                assert fit == wanted "elsewhere"
                if fit contains "a" and not false
                  echo fits "${fit}"
                elif true
                  heads
                else
                  if false
                    current
                  end
                end
                """);
        assertThat(script.mistakes()).isEmpty();
        assertThat(script.all().map(statement -> statement.getClass().getSimpleName()))
                .containsExactly(
                        "RequireVersion",
                        "RequireProject",
                        "RequireSet",
                        "Section",
                        "Run",
                        "Capture",
                        "Let",
                        "Assert",
                        "If",
                        "Echo",
                        "Run",
                        "If",
                        "Run");
        assertThat(script.statements().get(4))
                .asInstanceOf(InstanceOfAssertFactories.type(Statement.Run.class))
                .satisfies(run -> assertThat(run.expected()).contains(Exit.FINDING))
                .satisfies(run -> assertThat(run.call().words()).hasSize(1));
    }

    @Test
    void every_mistake_is_found_with_its_place() {
        assertThat(Scripts.mistakes("""
                        expect stauts
                        expect 99 status
                        capture fit diagnose
                        capture fit = diagnose
                        let and = 1
                        assert
                        status "open
                        else
                        end
                        require me
                        section a b
                        if true
                        """))
                .containsExactly(
                        "1:8 expect needs an exit code",
                        "2:8 expect needs an exit code",
                        "3:13 here = is missing",
                        "4:23 capture needs a command and what to take of its answer",
                        "5:5 no variable can be called and",
                        "6:7 here something is missing",
                        "7:8 this quote is not closed",
                        "8:1 else without an if",
                        "9:1 end without an if",
                        "10:9 require knows restamp, project and set",
                        "11:11 this is too much: nothing more was expected here",
                        "12:1 this if has no end");
    }

    @Test
    void an_if_that_is_wrong_keeps_its_end() {
        assertThat(Scripts.mistakes("if true and\n  heads\nelif ==\n  heads\nelse\nend\n"))
                .containsExactly("1:12 here something is missing", "3:6 this cannot be compared");
    }

    @Test
    void a_value_is_one_word_whatever_it_holds() {
        var line = new SourceLine("x.restamp", 1, "show ${name} 'a ${name}' --x=${name} \"b \\\"${name}\"");
        var variables = new Variables(Map.of("name", "a b\" '; --json | # ${name}"));
        var evaluator = new Evaluator(line, variables);
        assertThat(new Cursor(line, 0).words().stream().map(evaluator::argument))
                .containsExactly(
                        "show",
                        "a b\" '; --json | # ${name}",
                        "a ${name}",
                        "--x=a b\" '; --json | # ${name}",
                        "b \"a b\" '; --json | # ${name}");
    }

    @Test
    void a_value_is_never_an_option() {
        var line = new SourceLine("x.restamp", 1, "status ${name}");
        var evaluator = new Evaluator(line, new Variables(Map.of("name", "--json")));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new Cursor(line, 0).words().forEach(evaluator::argument))
                .isInstanceOf(MistakeException.class)
                .hasMessage("x.restamp:1:8: the value of ${name} begins with -, as an option does");
    }

    @Test
    void lists_stand_for_their_elements_and_objects_for_nothing() {
        assertThat(Value.of(List.of("a", 2, 2.50)).word()).contains("a,2,2.5");
        assertThat(Value.of(List.of()).word()).contains("");
        assertThat(Value.of(List.of(Map.of())).word()).isEmpty();
        assertThat(Value.NULL.word()).isEmpty();
    }

    @Test
    void what_nobody_sees_is_not_read() {
        assertThat(Scripts.mistakes("heads\nsta\u202etus\nheads\u0007\n\tstatus\r\n"))
                .containsExactly("2:4 here is \\u202E, which nobody sees", "3:6 here is \\x07, which nobody sees");
        var latin = new byte[] {'h', '\n', (byte) 0xE9, '\n'};
        assertThat(ScriptLoader.load("x", new ByteArrayInputStream(latin)).mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.place()).isEqualTo("x:2:1"));
    }

    /** Whatever is in the file: mistakes with a place in it, and nothing else. */
    @Test
    void anything_at_all_gives_mistakes_with_a_place() {
        var pieces = List.of(
                "let ",
                "capture ",
                "x",
                " = ",
                "assert ",
                "expect ",
                "1 ",
                "if ",
                "elif ",
                "else",
                "end",
                "include ",
                "section ",
                "echo ",
                "require ",
                "set ",
                "restamp ",
                "project ",
                ">= ",
                "1.0",
                "\"",
                "'",
                "${x}",
                "${",
                "}",
                "| ",
                "$.a",
                "[0]",
                "(",
                ")",
                "[",
                "]",
                ",",
                "and ",
                "or ",
                "not ",
                "contains ",
                "== ",
                "#",
                "\\",
                "\n",
                "\t",
                "status ",
                "stamp ",
                "--expect ",
                "--json ",
                "@a ",
                "\u202e",
                "\u00e9",
                "\ud83d\ude00",
                "-");
        var random = new Random(20261122);
        for (var round = 0; round < 5000; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(30); i >= 0; i--) {
                text.append(
                        random.nextInt(12) == 0
                                ? Character.toString(random.nextInt(0x2fff))
                                : pieces.get(random.nextInt(pieces.size())));
            }
            look(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        for (var round = 0; round < 2000; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            look(bytes);
        }
    }

    private static void look(byte[] bytes) {
        var script = ScriptLoader.load("x", new ByteArrayInputStream(bytes));
        for (var mistake : Checker.check(script, Scripts.USAGES, Set.of("x"))) {
            assertThat(mistake.line().number()).isBetween(1, bytes.length + 1);
            assertThat(mistake.index()).isBetween(0, mistake.line().text().length());
            assertThat(mistake.blocks()).hasSize(3);
        }
    }
}

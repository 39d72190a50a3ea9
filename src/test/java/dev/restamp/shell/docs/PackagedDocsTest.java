package dev.restamp.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.evidence.Finding;
import dev.restamp.shell.command.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The files that are made from the commands are up to date, and the shells they are for understand them.
 *
 * <p>After an intended change: {@code mvn test -Dtest=PackagedDocsTest -Dgolden=update}, then read the diff.
 */
class PackagedDocsTest {
    private static final Path COMPLETIONS = Path.of("completions").toAbsolutePath();

    @TempDir
    private Path home;

    /** A file that is made from the commands. */
    enum Made {
        BASH(Path.of("completions/restamp.bash")),
        ZSH(Path.of("completions/_restamp")),
        FISH(Path.of("completions/restamp.fish")),
        MANUAL(Path.of("docs/restamp.1")),
        FINDINGS(Path.of("docs/findings.md")),
        GLOSSARY(Path.of("docs/glossary.md"));

        private final Path file;

        Made(Path file) {
            this.file = file;
        }

        private String text() {
            return switch (this) {
                case BASH -> BashCompletion.text();
                case ZSH -> ZshCompletion.text();
                case FISH -> FishCompletion.text();
                case MANUAL -> ManualPage.text();
                case FINDINGS -> findings();
                case GLOSSARY -> glossary();
            };
        }
    }

    @BeforeEach
    void two_profiles_and_a_script() throws IOException {
        Files.createDirectories(home.resolve(".config/restamp"));
        Files.writeString(
                home.resolve(".config/restamp/config.toml"),
                "[profile.prod]\nurl = \"postgresql://a@b/c\"\n\n[profile.stage]\nservice = \"stage\"\n");
        Files.createDirectories(home.resolve("work/runbooks"));
        Files.writeString(home.resolve("work/repair.restamp"), "");
    }

    @ParameterizedTest
    @EnumSource
    void is_as_the_commands_are(Made made) throws IOException {
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.createDirectories(made.file.resolveSibling(""));
            Files.writeString(made.file, made.text());
        }
        assertThat(made.file).content().isEqualTo(made.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sta | status
                    | status, diagnose, prod, stage
                    --profi | --profile
                    --profile | prod, stage
                    -o | table, json, csv
                    -o json stat | status
                    stamp --exp | --expect
                    practice | start, stop
                    --transcript rep | repair.restamp
                    --project run | runbooks
                    """)
    void bash_completes(String typed, String wanted) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
        var line = typed == null ? "" : typed;
        var last = typed == null || isWhole(line) ? "" : line.substring(line.lastIndexOf(' ') + 1);
        var words = typed == null ? "" : last.isEmpty() ? line : line.substring(0, line.length() - last.length());
        var script = "source " + COMPLETIONS.resolve("restamp.bash") + "; COMP_WORDS=(restamp " + words + " '" + last
                + "'); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _restamp; printf '%s\\n' \"${COMPREPLY[@]}\"";
        assertThat(lines("bash", "--norc", "-c", script)).containsAll(List.of(wanted.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sta | status
                    '' | status, diagnose, prod, stage
                    --profi | --profile
                    '--profile ' | prod, stage
                    '-o ' | table, json, csv
                    stamp --exp | --expect
                    'practice ' | start, stop
                    --transcript rep | repair.restamp
                    """)
    void fish_completes(String typed, String wanted) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "no fish here");
        var script = "source " + COMPLETIONS.resolve("restamp.fish") + "; complete -C 'restamp " + typed + "'";
        var values = lines("fish", "--no-config", "-c", script).stream()
                .map(line -> line.replaceFirst("\t.*", ""))
                .toList();
        assertThat(values).containsAll(List.of(wanted.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sta | status
                    'dia' | diagnose
                    --profi | --profile
                    '--profile pr' | prod
                    'pro' | prod
                    stamp --exp | --expect
                    --transcript rep | repair.restamp
                    """)
    void zsh_completes(String typed, String wanted) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "no zsh here");
        var script = """
                zmodload zsh/zpty
                zpty z zsh -f -i
                zpty -w z 'PS1= ; fpath=(%s $fpath); autoload -U compinit; compinit -u -D; stty cols 200; show() { print -r -- "BUF=$BUFFER" }; zle -N show; bindkey "^X" show; print READY'
                zpty -r z out '*READY*READY*' >/dev/null
                zpty -w -n z $'restamp %s\\t'
                sleep 1
                zpty -w -n z $'\\x18'
                while zpty -r -t z out; do print -r -- $out; sleep 0.2; done
                zpty -d z
                """.formatted(COMPLETIONS, typed);
        // A slow machine hears a bell between what was typed and what was added.
        assertThat(String.join("\n", lines("zsh", "-f", "-c", script)).replace("\u0007", ""))
                .contains(wanted);
    }

    @Test
    void man_finds_nothing_wrong_with_the_manual() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff here");
        var manual = Path.of("docs/restamp.1").toAbsolutePath().toString();
        assertThat(String.join("\n", lines("groff", "-man", "-ww", "-Tascii", "-P-cbou", manual)))
                .contains("tell where a PostgreSQL schema really is", "--project DIR")
                .doesNotContain("warning");
    }

    @Test
    void every_code_of_a_finding_has_its_page() {
        assertThat(Topics.all()).extracting(Topics.Topic::code).containsAll(Finding.CODES);
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.lines()).hasSizeGreaterThan(1));
    }

    @Test
    void the_words_of_the_glossary_are_in_their_order() {
        assertThat(Topics.glossary()).extracting(Topics.Term::word).isSorted().doesNotHaveDuplicates();
    }

    /** Whether the cursor is behind a blank, where the next word begins. */
    private static boolean isWhole(String line) {
        return List.of("--profile", "-o", "practice").contains(line);
    }

    private static String findings() {
        return Topics.all().stream()
                .map(topic -> "## " + topic.code() + "  " + topic.title() + "\n\n" + page(topic) + "\n")
                .collect(Collectors.joining("\n", "# Findings\n\n`help VD101` prints the same.\n\n", ""));
    }

    /** Lines that are set in are code. */
    private static String page(Topics.Topic topic) {
        return topic.lines().stream()
                .map(line -> line.startsWith("  ") ? "  " + line : line)
                .collect(Collectors.joining("\n"));
    }

    private static String glossary() {
        return Topics.glossary().stream()
                .map(term -> "- **" + term.word() + "**: " + term.meaning() + "\n")
                .collect(Collectors.joining("", "# Glossary\n\n", ""));
    }

    private List<String> lines(String... command) throws Exception {
        var out = home.resolve("out");
        var builder = new ProcessBuilder(command)
                .directory(home.resolve("work").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        builder.environment().put("TERM", "dumb");
        var process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(Arrays.toString(command))
                .isTrue();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }
}

package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/lessons.md, done to the letter with the built program. */
class LessonPageIT {
    private static final Path PAGE = Path.of("docs/lessons.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```\n", Pattern.DOTALL);

    /** A line that a reader types, and what the page says that comes of it. */
    private static final Pattern SHOWN = Pattern.compile("\\$ restamp ([^\n]*)\n(.*)", Pattern.DOTALL);

    @TempDir
    private Path home;

    private Program program;

    @BeforeEach
    void program() {
        var cache = Path.of("target", "practice cache").toAbsolutePath().toString();
        program = new Program(home, home, Map.of("XDG_CACHE_HOME", cache));
    }

    @Test
    void an_incident_of_your_own_becomes_a_lesson_as_the_page_says() throws Exception {
        var kinds = new ArrayList<String>();
        for (var block : blocks("Your own incident")) {
            kinds.add(block.group(1));
            switch (block.group(1)) {
                case "sh" -> typed(block.group(2));
                case "toml" -> Files.writeString(home.resolve("our-outage/lesson.toml"), block.group(2));
                default -> shown(block.group(2));
            }
        }
        assertThat(kinds).containsExactly("sh", "toml", "");
    }

    @Test
    void lines_of_a_learner_are_judged_as_the_page_says() throws Exception {
        var stamp = "stamp 6f708192a3b4 --expect 3c4d5e6f7081,2b3c4d5e6f70 --confirm shop";
        Files.write(home.resolve("answers.txt"), List.of("check 2b3c", "next", stamp, "check"));
        for (var block : blocks("Playing")) {
            if (block.group(1).equals("sh")) {
                typed(block.group(2));
            }
        }
    }

    private static List<MatchResult> blocks(String section) throws IOException {
        var page = Files.readString(PAGE);
        var start = page.indexOf("\n## " + section + "\n");
        assertThat(start).as(section).isNotNegative();
        var end = page.indexOf("\n## ", start + 1);
        return BLOCK.matcher(page.substring(start, end)).results().toList();
    }

    private void typed(String lines) throws IOException, InterruptedException {
        for (var line : lines.lines().toList()) {
            assertThat(line).startsWith("restamp ");
            var outcome = program.run(words(line.substring("restamp ".length())));
            assertThat(outcome.exit()).as(line + "\n" + outcome.all()).isZero();
        }
    }

    private void shown(String text) throws IOException, InterruptedException {
        var shown = SHOWN.matcher(text);
        assertThat(shown.matches()).as(text).isTrue();
        var outcome = program.run(words(shown.group(1)));
        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(outcome.out()).isEqualTo(shown.group(2));
    }

    private static String[] words(String line) {
        return Words.split(line).toArray(String[]::new);
    }
}

package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.practice.Practice;
import dev.restamp.practice.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/lessons.md, done to the letter with the built program. */
class LessonPageIT {
    private static final Path PAGE = Path.of("docs/lessons.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```\n", Pattern.DOTALL);

    /** A line that a reader types, and what the page says that comes of it. */
    private static final Pattern SHOWN = Pattern.compile("\\$ restamp ([^\n]*)\n(.*)", Pattern.DOTALL);

    private static final Path CACHE = Path.of("target", "practice cache").toAbsolutePath();

    @TempDir
    private Path home;

    /** The database of the incident: a shop whose index somebody has made by hand. */
    private static Practice incident;

    private Program program;
    private String written = "";

    @BeforeAll
    static void the_incident() {
        incident = Practice.start(Scenario.named("shop"), CACHE.resolve("restamp/practice"), _ -> {});
        incident.run("shop", "by hand", "CREATE INDEX ix_orders_user_id ON orders (user_id)");
    }

    @AfterAll
    static void it_is_over() {
        incident.close();
    }

    @BeforeEach
    void program() throws IOException {
        var project = incident.project().resolve("alembic.ini").toString();
        var variables = Map.of(
                "XDG_CACHE_HOME", CACHE.toString(),
                "DATABASE_URL", incident.databases().getLast().url(),
                "PGPASSFILE", incident.passfile().toString(),
                "ALEMBIC_CONFIG", project);
        program = new Program(home, home, variables);
    }

    @Test
    void an_incident_of_your_own_becomes_a_lesson_as_the_page_says() throws Exception {
        var kinds = new ArrayList<String>();
        for (var block : blocks("Your own incident")) {
            follow(block);
            kinds.add(block.group(1));
        }
        assertThat(kinds).containsExactly("sh", "toml", "", "sh", "diff", "sh");
    }

    private void follow(MatchResult block) throws IOException, InterruptedException {
        switch (block.group(1)) {
            case "sh" -> typed(block.group(2));
            case "toml" -> {
                written = block.group(2);
                Files.writeString(home.resolve("our-outage/lesson.toml"), written);
            }
            case "diff" -> {
                var lesson = home.resolve("recorded/lesson.toml");
                assertThat(lesson).content().contains("scenario = \"./scenario\"");
                Files.writeString(lesson, changed(written, block.group(2)));
            }
            default -> shown(block.group(2));
        }
    }

    /** Each line that goes is there once, and what comes stands in its place. */
    private static String changed(String text, String diff) {
        var lines = new ArrayList<>(text.lines().toList());
        var at = 0;
        for (var line : diff.lines().toList()) {
            var rest = line.substring(1);
            if (line.startsWith("-")) {
                at = lines.indexOf(rest);
                assertThat(at).as(line).isNotNegative();
                lines.remove(at);
            } else {
                lines.add(at, rest);
            }
        }
        return String.join("\n", lines) + "\n";
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

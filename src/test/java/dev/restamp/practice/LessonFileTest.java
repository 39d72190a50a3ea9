package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void draft() {
        LessonDraft.write(folder.resolve("ours"));
    }

    private Lesson ours() {
        return Lessons.named("./ours", folder);
    }

    private Path file() {
        return folder.resolve("ours/lesson.toml");
    }

    private void replace(String text, String by) throws IOException {
        var before = Files.readString(file());
        assertThat(before).contains(text);
        Files.writeString(file(), before.replace(text, by));
    }

    @Test
    void a_draft_is_a_lesson() {
        assertThat(ours().name()).isEqualTo("ours");
        assertThat(ours().key()).isEqualTo(folder.resolve("ours").toString());
        assertThat(ours().steps())
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.hints()).hasSize(3));
        assertThat(ours().steps().getLast().wrongTurns()).hasSize(1);
    }

    @Test
    void a_draft_beside_a_recorded_scenario_is_on_that() throws IOException {
        Files.createDirectories(folder.resolve("recorded/scenario"));
        assertThat(LessonDraft.write(folder.resolve("recorded")))
                .content()
                .contains("scenario = \"./scenario\"")
                .doesNotContain("\"behind\"");
    }

    @Test
    void a_draft_overwrites_nothing() {
        assertThatThrownBy(() -> LessonDraft.write(folder.resolve("ours")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.exit()).isEqualTo(Exit.USAGE))
                .hasMessageContaining("already");
    }

    /** Whatever is wrong is named with its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutes = 10            | minutes = "ten"          | lesson.toml: minutes must be a number above 0
            title = "our outage"    | titel = "our outage"     | lesson.toml: unknown key titel
            title = "our outage"    |                          | lesson.toml: title is missing
            scenario = "shop"       | scenario = "shob"        | no practice scenario "shob"
            breaks = ["behind"]     | breaks = ["behinds"]     | no break "behinds"
            breaks = ["behind"]     | breaks = "behind"        | lesson.toml: breaks must be a list
            breaks = ["behind"]     | pooler = 1               | lesson.toml: pooler must be true or false
            minutes = 10            | minutes = = 10           | lesson.toml line 6
            "It is 6f708192a3b4.",  |                          | step 1: it has 2 hints and not 3
            question =              | questions =              | step 1: unknown key questions
            [[step.wrong]]          | [[step.wrongs]]          | step 2: unknown key wrongs
            try =                   | trial =                  | step 2, wrong 1: unknown key trial
            """)
    void every_mistake_names_its_place(String text, String by, String what) throws IOException {
        replace(text, by == null ? "" : by);
        assertThatThrownBy(this::ours)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.exit()).isEqualTo(Exit.USAGE))
                .hasMessageContaining(what);
    }

    @Test
    void an_event_names_a_database_of_the_scenario() throws IOException {
        replace("after = ", "colleague = { database = \"shopp\", sql = \"SELECT 1\" }\nafter = ");
        assertThatThrownBy(this::ours).hasMessageContaining("the scenario has no database shopp");
    }

    @Test
    void a_folder_without_a_lesson_says_how_to_make_one() {
        assertThatThrownBy(() -> Lessons.named("./nothing", folder))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.hint()).contains("learn new"));
    }

    @Test
    void a_name_that_is_none_lists_those_there_are() {
        assertThatThrownBy(() -> Lessons.named("tow-rows", folder))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.hint()).contains("two-rows").contains("./tow-rows"));
    }

    @Test
    void built_in_lessons_are_numbered_and_named() {
        var all = Lessons.all();
        assertThat(all).extracting(Lesson::name).doesNotHaveDuplicates().contains("two-rows");
        assertThat(Lessons.named("1", folder).name()).isEqualTo(all.getFirst().name());
    }
}

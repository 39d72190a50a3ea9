package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private ScriptShell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new ScriptShell(folder);
    }

    private List<Heard> heard() {
        return shell.session().journal().heard().toList();
    }

    @Test
    void a_command_is_kept_with_its_answer_and_its_exit_code() {
        shell.ask("show", "aaaa00000001");
        assertThat(heard()).singleElement().satisfies(heard -> {
            assertThat(heard.line()).isEqualTo("show aaaa00000001");
            assertThat(heard.answer().command()).isEqualTo("show");
            assertThat(heard.answer().report().exit()).isEqualTo(Exit.OK);
            assertThat(heard.isWrite()).isFalse();
        });
    }

    @Test
    void what_a_script_was_told_is_part_of_the_command_that_ran_it() throws IOException {
        shell.run("heads\nshow aaaa00000001\n");
        assertThat(heard()).extracting(heard -> heard.answer().command()).containsExactly("heads", "show", "run");
    }

    @Test
    void a_problem_is_an_answer_too() {
        shell.ask("show", "nosuch");
        assertThat(heard())
                .singleElement()
                .extracting(heard -> heard.answer().problem().orElseThrow().what())
                .asString()
                .contains("nosuch");
    }

    @Test
    void parts_that_were_shown_before_the_end_belong_to_the_answer() throws IOException {
        shell.run("section \"one\"\nheads\n");
        assertThat(heard())
                .last()
                .extracting(heard -> heard.answer().report().blocks().toString())
                .asString()
                .contains("one");
    }

    @Test
    void what_is_said_again_is_kept_once() {
        shell.ask("watch", "--times", "3", "1", "heads");
        assertThat(heard().stream().map(Heard::answer).map(Answer::command)).containsExactly("heads", "watch");
    }

    @Test
    void of_very_many_answers_the_oldest_are_forgotten_and_no_note_is() {
        shell.ask("heads");
        shell.ask("show", "aaaa00000001");
        var answers = heard().stream().map(Heard::answer).toList();
        var journal = shell.session().journal();
        journal.begins("run y.restamp");
        journal.note("the first of all");
        for (var i = 0; i < 1_500; i++) {
            journal.hears(answers.get(i % 2));
        }
        assertThat(journal.moments()).hasSizeBetween(1_000, 1_003).anyMatch(Note.class::isInstance);
    }

    @Test
    void notes_are_kept_in_order() {
        shell.ask("heads");
        shell.session().journal().note("the pager went off");
        assertThat(shell.session().journal().moments()).last().isInstanceOf(Note.class);
    }

    @Test
    void a_command_that_runs_others_tells_what_they_were_told_and_by_which_line() throws IOException {
        shell.run("heads\nnote \"half way\"\nshow aaaa00000001\n");
        assertThat(shell.session().journal().moments().stream()
                        .map(moment -> moment instanceof Heard heard ? heard.line() : "-"))
                .containsExactly("heads", "-", "note 'half way'", "show aaaa00000001", "run x.restamp");
    }

    @Test
    void the_last_command_is_known_with_those_that_it_ran() throws IOException {
        shell.ask("show", "aaaa00000001");
        shell.run("heads\n");
        assertThat(shell.session().journal().heardLast().map(Heard::line)).containsExactly("heads", "run x.restamp");
    }

    @Test
    void what_was_heard_is_there_before_the_command_has_ended() {
        var journal = shell.session().journal();
        shell.ask("heads");
        journal.begins("run y.restamp");
        assertThat(journal.during("heads", () -> {
                    journal.hears(heard().getFirst().answer());
                    return journal.moments();
                }))
                .hasSize(2)
                .last()
                .extracting(moment -> ((Heard) moment).line())
                .isEqualTo("heads");
    }
}

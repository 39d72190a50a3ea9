package dev.restamp.practice;

import java.util.List;
import java.util.Optional;

/**
 * A lesson as it is written: a story in steps, on a scenario.
 *
 * @param number its place among those that come with the program; 0 for a user's own
 * @param name of its folder, without the number before it
 * @param key the name, or the whole path of a user's folder: progress is kept under it
 * @param title a few words, lower case
 * @param about what is practised, in a few words
 * @param minutes that it takes
 * @param scenario a built-in one, or that in the lesson's own folder
 * @param breaks of the scenario that are applied before the first step, in order
 * @param pooled whether the learner works through a connection pooler
 * @param needs programs without which it cannot be played
 * @param story what is told before the first step
 */
public record Lesson(
        int number,
        String name,
        String key,
        String title,
        String about,
        int minutes,
        Scenario scenario,
        List<String> breaks,
        boolean pooled,
        List<String> needs,
        String story,
        List<Step> steps) {
    public Lesson {
        breaks = List.copyOf(breaks);
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }

    /**
     * A step. Scripts are in the language of {@code run}; plays are lines as they are typed.
     *
     * @param task what to do, in paragraphs
     * @param question what the learner is asked; empty where the state of the database says all
     * @param hints three, from the direction to the answer
     * @param happens statements that somebody else runs before it begins, by database
     * @param colleague somebody who works in the database until the step is over
     * @param check a script that holds where the step is done
     * @param solution a play that solves it
     * @param other a play that solves it in another way
     * @param after what is to be remembered, said when it is done
     */
    public record Step(
            String title,
            String task,
            String question,
            List<String> hints,
            List<Event> happens,
            Optional<Event> colleague,
            String check,
            String solution,
            String other,
            String after,
            List<WrongTurn> wrongTurns) {
        public Step {
            hints = List.copyOf(hints);
            happens = List.copyOf(happens);
            wrongTurns = List.copyOf(wrongTurns);
        }
    }

    /** Statements, and the database that they run in. */
    public record Event(String database, String sql) {}

    /**
     * Something that learners try and that is wrong.
     *
     * @param title what was done: {@code the head is stamped without proof}
     * @param when a script that holds where it has been done; what it echoes is told to the learner
     * @param attempt a play that does it
     */
    public record WrongTurn(String title, String when, String attempt) {}
}

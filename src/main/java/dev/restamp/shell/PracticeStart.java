package dev.restamp.shell;

import dev.restamp.core.Problem;
import dev.restamp.practice.Practice;
import dev.restamp.practice.Scenario;

/** A practice in place of everything else that is open. */
public final class PracticeStart {
    private PracticeStart() {}

    /**
     * Stops what was practised before, and starts this. Takes a few seconds.
     *
     * @throws Problem as {@link Practice#start}
     */
    public static Practice of(Scenario scenario, Session session) {
        session.stopPractice();
        try {
            var practice = Practice.start(
                    scenario,
                    session.state().practice(),
                    what -> session.console().progress("practice: " + what + " …"));
            session.practice(practice);
            return practice;
        } finally {
            session.console().clearProgress();
        }
    }

    /** To the project and every database. The last one is the broken one: connected to last, it is the current one. */
    public static void connect(Practice practice, Session session) {
        session.project(practice.project());
        practice.databases().forEach(session::practise);
    }
}

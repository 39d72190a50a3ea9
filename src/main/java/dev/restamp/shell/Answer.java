package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.Optional;

/**
 * What a command answered.
 *
 * @param command its name
 * @param problem why there is no other answer; the report then holds it for programs
 */
public record Answer(String command, Report report, Optional<Problem> problem) {

    /**
     * What came of work whose answers were kept from the screen.
     *
     * @param screen what would have been printed, as people see it
     */
    public record Aside(Exit exit, List<Answer> answers, String screen) {
        public Aside {
            answers = List.copyOf(answers);
        }
    }
}

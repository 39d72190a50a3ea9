package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.Host;
import dev.restamp.practice.Practice;
import dev.restamp.shell.profile.Profiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be reached while a practice runs: its own server, and nothing else. What was typed is checked before any name
 * is looked up; the user's own variables and files are not asked at all.
 */
final class ClosedWorld {
    private static final String WHAT = "PRACTICE: no other database can be reached in this mode";
    private static final String HINT = "practice stop, then connect again";

    private final Practice practice;
    private final Profiles own;

    /** @param own the user's profiles, which are hidden now */
    ClosedWorld(Practice practice, Profiles own) {
        this.practice = practice;
        this.own = own;
    }

    /** In place of the user's variables. */
    Map<String, String> environment() {
        var database = practice.databases().getLast();
        return Map.of(
                "PGHOST", database.host(),
                "PGPORT", Integer.toString(database.port()),
                "PGUSER", database.user(),
                "PGPASSFILE", practice.passfile().toString());
    }

    /** Where a command goes to that needs a database and finds none open. */
    Target target() {
        return new Target(practice.databases().getLast().url(), "of the practice", Optional.empty(), Map.of());
    }

    /** @throws Problem with {@code Exit.REFUSED} where it leads anywhere else, or nobody can tell where it leads */
    void check(Target target) {
        if (!hosts(target).stream().allMatch(host -> practice.reaches(host.name(), host.port()))) {
            throw refused();
        }
    }

    /** @throws Problem with {@code Exit.REFUSED} where the name is of one of the user's own profiles */
    void checkName(String name) {
        if (isOwn(name)) {
            throw refused();
        }
    }

    private boolean isOwn(String name) {
        try {
            return own.find(name).isPresent();
        } catch (Problem _) {
            // A file that is not right is told of outside.
            return false;
        }
    }

    private List<Host> hosts(Target target) {
        try {
            return target.url(environment()).hosts();
        } catch (Problem unreadable) {
            throw new Problem(Exit.REFUSED, WHAT, HINT, unreadable);
        }
    }

    private static Problem refused() {
        return new Problem(Exit.REFUSED, WHAT, HINT);
    }
}

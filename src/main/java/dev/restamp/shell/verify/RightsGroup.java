package dev.restamp.shell.verify;

import dev.restamp.core.restore.Leftover;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.verify.Verified.State;

/** What the application's role may do. */
final class RightsGroup {
    private RightsGroup() {}

    static Verified of(String role, Leftovers missing) {
        return new Verified(
                "rights",
                missing.found().isEmpty() ? State.EQUAL : State.DIFFERENT,
                missing.found().isEmpty()
                        ? role + " may connect, read, write and call"
                        : role + " lacks " + missing.found().size()
                                + (missing.found().size() == 1 ? " right" : " rights"),
                missing.found().stream().map(Leftover::evidence).toList(),
                missing.found().stream()
                        .map(one -> Json.object("object", one.object(), "why", one.evidence(), "fix", one.fix()))
                        .toList());
    }
}

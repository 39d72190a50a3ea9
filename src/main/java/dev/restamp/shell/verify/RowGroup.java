package dev.restamp.shell.verify;

import dev.restamp.core.revision.VersionRows;
import dev.restamp.shell.verify.Verified.State;
import java.util.List;
import java.util.Set;

/** The version rows. */
final class RowGroup {
    private RowGroup() {}

    static Verified of(VersionRows found, List<String> expected) {
        var wanted = words(expected);
        return switch (found.state()) {
            case NO_TABLE -> group(State.DIFFERENT, "there is no " + found.table() + ", expected " + wanted);
            case NOT_READABLE -> group(State.UNKNOWN, found.table() + " cannot be read");
            case READ ->
                Set.copyOf(found.ids()).equals(Set.copyOf(expected))
                                && found.ids().size() == expected.size()
                        ? group(State.EQUAL, wanted)
                        : group(State.DIFFERENT, words(found.ids()) + ", expected " + wanted);
        };
    }

    private static Verified group(State state, String summary) {
        return new Verified("row", state, summary, List.of(), List.of());
    }

    private static String words(List<String> ids) {
        return ids.isEmpty()
                ? "(no row)"
                : String.join(" ", ids.stream().sorted().toList());
    }
}

package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * One object that is not as expected.
 *
 * @param revision the revision that last touches it; empty where none should have
 * @param expected whether it should be there
 * @param differences what differs where it is there and should be
 */
public record Mismatch(ObjectKey key, Optional<String> revision, boolean expected, List<Deviation> differences) {
    public Mismatch {
        differences = List.copyOf(differences);
    }

    /** For people: {@code index ix_total ABSENT}. */
    public String text() {
        if (!expected) {
            return key + " is there, and should not be";
        }
        return differences.isEmpty()
                ? key + " ABSENT"
                : key + " DIFFERENT: "
                        + String.join(
                                "; ", differences.stream().map(Deviation::text).toList());
    }
}

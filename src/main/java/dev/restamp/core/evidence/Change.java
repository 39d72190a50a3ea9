package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.Optional;

/** What one revision makes of one object. Empty means that the object is not there. */
public record Change(ObjectKey key, Optional<SchemaObject> before, Optional<SchemaObject> after) {

    /** As people say it: {@code drops column orders.status}. */
    public String text() {
        if (before.isEmpty()) {
            return "creates " + key;
        }
        return (after.isEmpty() ? "drops " : "alters ") + key;
    }
}

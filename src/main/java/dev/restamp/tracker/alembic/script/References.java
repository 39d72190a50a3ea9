package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.Reference.Action;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code ondelete}, {@code onupdate}, {@code deferrable} and {@code initially}. */
final class References {
    private References() {}

    /** Empty where it is not known. */
    static Optional<Action> action(Arguments arguments, String name) {
        return switch (arguments.get(name).orElse(Constants.NONE)) {
            case Value.Nothing _ -> arguments.complete() ? Optional.of(Action.NO_ACTION) : Optional.empty();
            case Text(var words) ->
                action(words.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
            default -> Optional.empty();
        };
    }

    private static Optional<Action> action(String words) {
        return Arrays.stream(Action.values())
                .filter(action -> words.equals(action.toString()))
                .findFirst();
    }

    /** Empty where it is not known. */
    static Optional<Deferral> deferral(Arguments arguments) {
        var deferrable = arguments.get("deferrable").orElse(Constants.NONE);
        var initially = arguments.get("initially").orElse(Constants.NONE);
        if (!deferrable.isPlain() || !initially.isPlain() || !arguments.complete()) {
            return Optional.empty();
        }
        if (initially instanceof Text(var when) && when.equalsIgnoreCase("deferred")) {
            return Optional.of(Deferral.DEFERRED);
        }
        return Optional.of(deferrable.equals(Constants.TRUE) ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE);
    }
}

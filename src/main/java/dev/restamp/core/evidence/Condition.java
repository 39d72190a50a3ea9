package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a script makes its actions depend on. {@link Replay} answers, from the schema that the script meets. */
public sealed interface Condition {
    /**
     * Whether this object was there when the script asked.
     *
     * @param question of the {@link Effect.Ask} that asked it
     */
    record Exists(int question, ObjectKey key) implements Condition {}

    /** The contrary. */
    record Not(Condition condition) implements Condition {}

    /** Whether all of these hold; of none it does. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A question that the schema does not answer: of rows, of settings, of the server.
     *
     * @param text as it stands in the script
     */
    record Untold(String text) implements Condition {}

    /** The numbers of the questions that it depends on. */
    default Set<Integer> questions() {
        return switch (this) {
            case Exists(var question, var _) -> Set.of(question);
            case Not(var condition) -> condition.questions();
            case All(var conditions) ->
                conditions.stream()
                        .flatMap(condition -> condition.questions().stream())
                        .collect(Collectors.toSet());
            case Untold _ -> Set.of();
        };
    }

    /** The first question in it that the schema does not answer. */
    default Optional<String> untold() {
        return switch (this) {
            case Exists _ -> Optional.empty();
            case Not(var condition) -> condition.untold();
            case All(var conditions) ->
                conditions.stream()
                        .flatMap(condition -> condition.untold().stream())
                        .findFirst();
            case Untold(var text) -> Optional.of(text);
        };
    }
}

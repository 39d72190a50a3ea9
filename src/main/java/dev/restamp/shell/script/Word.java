package dev.restamp.shell.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A word of a script. Whatever its variables hold, it stays one word.
 *
 * @param index of its first character in the line
 * @param quoted whether any of it stands in quotes
 */
record Word(int index, boolean quoted, List<Part> parts) {
    Word {
        parts = List.copyOf(parts);
    }

    sealed interface Part {}

    /** Letters that stand for themselves. */
    record Letters(String text) implements Part {}

    /** {@code ${name}} */
    record Inserted(String name, int index) implements Part {}

    /** What it is, where that is known before anything runs. */
    Optional<String> literal() {
        return variables().isEmpty() ? Optional.of(pattern()) : Optional.empty();
    }

    /** The word with its variables by name: {@code --expect=${row}}. */
    String pattern() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Letters(var text) -> text;
                    case Inserted(var name, var _) -> "${" + name + "}";
                })
                .collect(Collectors.joining());
    }

    List<Inserted> variables() {
        return parts.stream()
                .filter(Inserted.class::isInstance)
                .map(Inserted.class::cast)
                .toList();
    }

    /** Whether this very sign stands there, and not the same in quotes. */
    boolean isSign(String sign) {
        return !quoted && literal().filter(sign::equals).isPresent();
    }

    /** Whether a value decides how the word begins. */
    boolean startsWithValue() {
        return !parts.isEmpty() && parts.getFirst() instanceof Inserted;
    }
}

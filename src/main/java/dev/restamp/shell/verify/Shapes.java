package dev.restamp.shell.verify;

import dev.restamp.shell.command.Nearest;
import dev.restamp.shell.verify.LocatedJson.JsonList;
import dev.restamp.shell.verify.LocatedJson.JsonObject;
import dev.restamp.shell.verify.LocatedJson.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes JSON for what it must be, and notes where it is something else. */
final class Shapes {
    private final Mistakes mistakes;

    Shapes(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** @param what the value is, for messages: {@code "tables"}, {@code a check} */
    Optional<JsonObject> object(String what, LocatedJson value) {
        return value instanceof JsonObject object ? Optional.of(object) : wrong(what, "an object", value);
    }

    Optional<JsonList> list(String what, LocatedJson value) {
        return value instanceof JsonList list ? Optional.of(list) : wrong(what, "a list", value);
    }

    /** A text that is not blank. */
    Optional<String> text(String what, LocatedJson value) {
        return value instanceof JsonText(var line, var text) ? full(what, line, text) : wrong(what, "a text", value);
    }

    <T> Optional<T> wrong(String what, String wanted, LocatedJson value) {
        mistakes.note(value.line(), what + " must be " + wanted + ", and is " + value.kind());
        return Optional.empty();
    }

    /** @param whose members they are, for messages: {@code a table} */
    void members(JsonObject object, String whose, List<String> known) {
        object.members().forEach((name, member) -> {
            if (!known.contains(name)) {
                mistakes.note(member.line(), "\"" + name + "\" is no member of " + whose + "; " + meant(name, known));
            }
        });
    }

    private static String meant(String name, List<String> known) {
        return Nearest.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "there are "
                        + known.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", ")));
    }

    private Optional<String> full(String what, int line, String text) {
        if (text.isBlank()) {
            mistakes.note(line, what + " is empty");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}

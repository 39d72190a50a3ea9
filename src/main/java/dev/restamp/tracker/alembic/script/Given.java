package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.List;
import java.util.Optional;

/** Reads arguments that must be known. */
final class Given {
    private Given() {}

    /** @throws Unclear if it is no known text */
    static String text(Optional<Value> value, String what) {
        return optionalText(value, what).orElseThrow(() -> new Unclear("no " + what));
    }

    /**
     * A text, or none where there is none or {@code None}.
     *
     * @throws Unclear if it is there and not known
     */
    static Optional<String> optionalText(Optional<Value> value, String what) {
        return switch (value.orElse(Constants.NONE)) {
            case Value.Nothing _ -> Optional.empty();
            case Text(var text) -> Optional.of(text);
            case Value.EnumMember(var _, var _, Text(var text)) -> Optional.of(text);
            case Made made when isName(made) -> optionalText(made.arguments().first(), what);
            default -> throw new Unclear(what + " is not known");
        };
    }

    /** SQLAlchemy's wrappers of names: {@code quoted_name("Order", True)}, {@code conv("ck_x")}. */
    private static boolean isName(Made made) {
        return made.is("quoted_name") || made.is("conv");
    }

    /** @throws Unclear if it is there and not known */
    static boolean flag(Optional<Value> value, boolean preset, String what) {
        return optionalFlag(value, what).orElse(preset);
    }

    /** @throws Unclear if it is there and not known */
    static Optional<Boolean> optionalFlag(Optional<Value> value, String what) {
        return switch (value.orElse(Constants.NONE)) {
            case Value.Nothing _ -> Optional.empty();
            case Value.Truth(var truth) -> Optional.of(truth);
            default -> throw new Unclear(what + " is not known");
        };
    }

    /**
     * A list of texts; a single text counts as a list of one.
     *
     * @throws Unclear if they are not known
     */
    static List<String> texts(Optional<Value> value, String what) {
        return switch (value.orElse(Constants.NONE)) {
            case Items(var _, var items) ->
                items.stream().map(item -> text(Optional.of(item), what)).toList();
            case Text(var text) -> List.of(text);
            default -> throw new Unclear(what + " are not known");
        };
    }
}

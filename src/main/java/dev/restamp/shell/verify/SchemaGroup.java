package dev.restamp.shell.verify;

import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Difference.Certainty;
import dev.restamp.shell.diff.Comparison;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.verify.Verified.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a database defines. */
final class SchemaGroup {
    private SchemaGroup() {}

    /** @param comparison the database on the left, what is expected on the right */
    static Verified of(Comparison comparison) {
        var real = comparison.differences().stream()
                .filter(one -> !isSpelling(one))
                .toList();
        var spelling = comparison.differences().size() - real.size();
        return new Verified(
                "schema",
                !real.isEmpty() ? State.DIFFERENT : spelling > 0 ? State.UNKNOWN : State.EQUAL,
                summary(real.size(), spelling, comparison.tables().left()),
                comparison.differences().stream().map(SchemaGroup::detail).toList(),
                comparison.differences().stream().map(SchemaGroup::json).toList());
    }

    private static String summary(int real, int spelling, int tables) {
        var words = real == 0 ? "no difference" : real == 1 ? "1 difference" : real + " differences";
        return words + " in " + tables + " tables"
                + (spelling == 0 ? "" : "; " + spelling + " that may be two spellings of the same");
    }

    private static boolean isSpelling(Difference difference) {
        return difference instanceof Difference.Changed changed && changed.certainty() == Certainty.SPELLING;
    }

    private static String detail(Difference difference) {
        return difference.object().kind().word() + " " + difference.object().name() + ": "
                + switch (difference) {
                    case Difference.Missing _ -> "missing";
                    case Difference.Extra _ -> "not expected";
                    case Difference.Changed changed ->
                        changed.property() + (isSpelling(changed) ? " (spelling)" : "") + " "
                                + changed.left().orElse("none") + ", expected "
                                + changed.right().orElse("none");
                };
    }

    private static Map<String, @Nullable Object> json(Difference difference) {
        return Json.object(
                "kind", difference.object().kind().word(),
                "name", String.join(".", difference.object().path()),
                "why", detail(difference));
    }
}

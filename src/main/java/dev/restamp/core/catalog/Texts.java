package dev.restamp.core.catalog;

import dev.restamp.core.catalog.Difference.Certainty;
import dev.restamp.core.schema.expression.Agreement;
import dev.restamp.core.schema.expression.Expressions;
import java.util.Optional;
import java.util.Set;

/** Whether two values of a property mean the same. PostgreSQL writes one expression in several ways. */
final class Texts {
    /** What is one SQL expression. */
    private static final Set<String> EXPRESSIONS =
            Set.of("default", "generated as", "condition", "predicate", "using", "with check");

    /** What is a longer text, as PostgreSQL writes it out. */
    private static final Set<String> DEFINITIONS =
            Set.of("definition", "checks", "columns", "defaults", "partition bounds");

    private Texts() {}

    /** Empty where they mean the same. */
    static Optional<Certainty> compare(String property, Optional<String> left, Optional<String> right) {
        if (left.equals(right)) {
            return Optional.empty();
        }
        return left.isPresent() && right.isPresent()
                ? compare(property, left.get(), right.get())
                : Optional.of(Certainty.DIFFERENT);
    }

    private static Optional<Certainty> compare(String property, String left, String right) {
        return switch (agreement(property, left, right)) {
            case SAME -> Optional.empty();
            case DIFFERENT -> Optional.of(Certainty.DIFFERENT);
            case UNCLEAR -> Optional.of(Certainty.SPELLING);
        };
    }

    /** Between two catalogs a cast may count: unlike in scripts all of them are written out. */
    private static Agreement expression(String left, String right) {
        var agreement = Expressions.compare(left, right);
        return agreement == Agreement.SAME && !Expressions.casts(left).equals(Expressions.casts(right))
                ? Agreement.UNCLEAR
                : agreement;
    }

    /** The schema of a function counts. */
    private static Agreement agreement(String property, String left, String right) {
        if (!EXPRESSIONS.contains(property) && !DEFINITIONS.contains(property)) {
            return Agreement.DIFFERENT;
        }
        if (!Expressions.qualifiedCalls(left).equals(Expressions.qualifiedCalls(right))) {
            return Agreement.DIFFERENT;
        }
        return EXPRESSIONS.contains(property) ? expression(left, right) : Expressions.compareStatements(left, right);
    }
}

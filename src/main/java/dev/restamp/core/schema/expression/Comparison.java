package dev.restamp.core.schema.expression;

import dev.restamp.core.schema.expression.Tree.Apply;
import java.util.List;
import java.util.Set;

/** Holds what a script writes against what the catalog shows. */
final class Comparison {
    /** PostgreSQL shows some of these under another name, or with more arguments. */
    private static final Set<String> VAGUE = Set.of(
            "timezone()",
            "overlaps()",
            "like_escape()",
            "similar_to_escape()",
            "similar_escape()",
            "is_normalized()",
            "strpos()",
            "pg_collation_for()");

    private static final Set<String> ANY_ORDER = Set.of("in", "not in");

    private Comparison() {}

    static Agreement of(Tree written, Tree live) {
        var agreement = compare(written, live);
        return agreement == Agreement.DIFFERENT && (isVague(written) || isVague(live)) ? Agreement.UNCLEAR : agreement;
    }

    /** Whether it may be shown in another form than it is written in. */
    private static boolean isVague(Tree tree) {
        return tree.all().anyMatch(part -> part instanceof Apply apply && isVague(apply));
    }

    /** A list of which some are no literals becomes several comparisons. */
    private static boolean isVague(Apply apply) {
        return VAGUE.contains(apply.symbol())
                || (ANY_ORDER.contains(apply.symbol())
                        && apply.operands().getLast() instanceof Apply list
                        && !list.operands().stream().allMatch(Tree::isLiteral));
    }

    private static Agreement compare(Tree written, Tree live) {
        if (written.isLiteral() && live.isLiteral()) {
            return Literals.compare(written, live);
        }
        if (written instanceof Tree.Column(var one, var _) && live instanceof Tree.Column(var other, var _)) {
            return one.equals(other) ? Agreement.SAME : Agreement.DIFFERENT;
        }
        if (written instanceof Apply one && live instanceof Apply other) {
            return applied(one, other);
        }
        return Literals.isMoment(written) || Literals.isMoment(live) || isArray(written) || isArray(live)
                ? Agreement.UNCLEAR
                : Agreement.DIFFERENT;
    }

    /** It may be written as a string. */
    private static boolean isArray(Tree tree) {
        return tree instanceof Apply(var symbol, var _) && symbol.equals("array");
    }

    private static Agreement applied(Apply written, Apply live) {
        if (!written.symbol().equals(live.symbol())) {
            return Agreement.DIFFERENT;
        }
        if (written.isJunction()) {
            return unordered(written.operands(), live.operands());
        }
        if (ANY_ORDER.contains(written.symbol())) {
            var collections =
                    collections(written.operands().getLast(), live.operands().getLast());
            return compare(written.operands().getFirst(), live.operands().getFirst())
                    .and(collections);
        }
        return inOrder(written.operands(), live.operands());
    }

    private static Agreement collections(Tree written, Tree live) {
        return written instanceof Apply one && live instanceof Apply other
                ? unordered(one.operands(), other.operands())
                : compare(written, live);
    }

    private static Agreement inOrder(List<Tree> written, List<Tree> live) {
        if (written.size() != live.size()) {
            return Agreement.DIFFERENT;
        }
        var agreement = Agreement.SAME;
        for (var i = 0; i < written.size(); i++) {
            agreement = agreement.and(compare(written.get(i), live.get(i)));
        }
        return agreement;
    }

    /** Different where one of them is unlike each of the others. */
    private static Agreement unordered(List<Tree> written, List<Tree> live) {
        return covered(written, live, false).and(covered(live, written, true));
    }

    private static Agreement covered(List<Tree> some, List<Tree> others, boolean reversed) {
        var agreement = Agreement.SAME;
        for (var one : some) {
            var best = Agreement.DIFFERENT;
            for (var other : others) {
                var pair = reversed ? compare(other, one) : compare(one, other);
                best = pair == Agreement.SAME || best == Agreement.DIFFERENT ? pair : best;
                if (best == Agreement.SAME) {
                    break;
                }
            }
            agreement = agreement.and(best);
        }
        return agreement;
    }
}

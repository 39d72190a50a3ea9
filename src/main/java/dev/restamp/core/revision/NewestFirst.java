package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The order of {@code alembic history}: children before parents, one line followed down to its branch point, then the
 * next. Alembic takes several dependencies of one revision in an order that changes from run to run; here it is the
 * order in which they are written.
 */
final class NewestFirst {
    private final Function<String, List<String>> parents;
    private final Ancestry ancestry;
    private final Set<String> left;
    private final List<String> tips;
    private final List<String> sorted = new ArrayList<>();

    private NewestFirst(
            Set<String> selection, List<String> heads, Function<String, List<String>> parents, Ancestry ancestry) {
        this.parents = parents;
        this.ancestry = ancestry;
        this.left = new LinkedHashSet<>(selection);
        this.tips = new ArrayList<>(heads);
    }

    /**
     * Sorts what can be reached from the heads without leaving the selection.
     *
     * @param heads of the selection, in load order
     */
    static List<String> sort(
            Set<String> selection, List<String> heads, Function<String, List<String>> parents, Ancestry ancestry) {
        return new NewestFirst(selection, heads, parents, ancestry).sort();
    }

    private List<String> sort() {
        var at = 0;
        while (!tips.isEmpty()) {
            var blocker = blocker(at);
            if (blocker >= 0) {
                at = blocker;
            } else if (!advance(at)) {
                tips.remove(at);
                at = Math.max(at - 1, 0);
            }
        }
        return sorted;
    }

    /** The first other tip that must come before this one, or -1. */
    private int blocker(int at) {
        var tip = tips.get(at);
        for (var other = 0; other < tips.size(); other++) {
            if (other != at && ancestry.isStrictAncestor(tip, tips.get(other))) {
                return other;
            }
        }
        return -1;
    }

    /** Takes the tip and puts its parents in its place; false if there is none left to put. */
    private boolean advance(int at) {
        var tip = tips.get(at);
        sorted.add(tip);
        left.remove(tip);
        var next = parents.apply(tip).stream()
                .filter(parent -> left.contains(parent) && !tips.contains(parent))
                .toList();
        if (next.isEmpty()) {
            return false;
        }
        tips.set(at, next.getFirst());
        tips.addAll(next.subList(1, next.size()));
        return true;
    }
}

package dev.restamp.shell;

import dev.restamp.core.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Projects of every shape, oldest revision first. */
final class Shapes {
    static final Map<String, List<Revision>> ALL = new TreeMap<>(Map.of(
            "a line",
            List.of(one("1975ea83b712"), one("27c6a30d7c24", "1975ea83b712"), one("53fffde5ad5a", "27c6a30d7c24")),
            "a fork",
            List.of(
                    one("1975ea83b712"),
                    one("27c6a30d7c24", "1975ea83b712"),
                    one("ae1027a6acf0", "1975ea83b712"),
                    one("ae1099999999", "ae1027a6acf0")),
            "a fork that is merged",
            List.of(
                    one("1975ea83b712"),
                    one("27c6a30d7c24", "1975ea83b712"),
                    one("ae1027a6acf0", "1975ea83b712"),
                    one("53fffde5ad5a", "ae1027a6acf0", "27c6a30d7c24"),
                    one("60ff00000001", "53fffde5ad5a")),
            "labelled branches",
            List.of(
                    one("1975ea83b712"),
                    labelled("27c6a30d7c24", "shoppingcart", "1975ea83b712"),
                    labelled("ae1027a6acf0", "account", "1975ea83b712"),
                    one("ae1099999999", "ae1027a6acf0"),
                    one("5e5e00000001", "27c6a30d7c24")),
            "several bases",
            List.of(
                    labelled("c0re00000001", "core"),
                    one("c0re00000002", "c0re00000001"),
                    labelled("b1ll00000001", "billing"),
                    one("b1ll00000002", "b1ll00000001"),
                    one("5ea000000001")),
            "a branch that depends on another",
            List.of(
                    one("1975ea83b712"),
                    labelled("27c6a30d7c24", "shoppingcart", "1975ea83b712"),
                    one("ae1027a6acf0", "1975ea83b712"),
                    labelled("3cac04ae8714", "networking"),
                    one("109ec7d132bf", "3cac04ae8714"),
                    new Revision(
                            "29f859a13ea0",
                            List.of("109ec7d132bf"),
                            List.of(),
                            List.of("ae1027a6acf0"),
                            "add DNS table",
                            "")),
            "sixty at random",
            random(60)));

    private Shapes() {}

    static List<Revision> named(String shape) {
        return Objects.requireNonNull(ALL.get(shape), shape);
    }

    private static Revision one(String id, String... parents) {
        return new Revision(id, List.of(parents), List.of(), List.of(), "make " + id, "");
    }

    private static Revision labelled(String id, String label, String... parents) {
        return new Revision(id, List.of(parents), List.of(label), List.of(), "begin " + label, "");
    }

    /** One dependency a revision at most: Alembic takes several in an order that changes from run to run. */
    private static List<Revision> random(int count) {
        var random = new Random(20261122);
        var revisions = new ArrayList<Revision>();
        for (var i = 0; i < count; i++) {
            var parents = new TreeSet<String>();
            for (var n = i == 0 || random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(8) / 7; n > 0; n--) {
                parents.add(
                        revisions.get(Math.max(0, i - 1 - random.nextInt(6))).id());
            }
            var labels = random.nextInt(10) == 0 ? List.of("label" + i) : List.<String>of();
            var depends = i > 6 && random.nextInt(9) == 0
                    ? List.of(revisions.get(random.nextInt(i - 5)).id())
                    : List.<String>of();
            var id = "%012x".formatted(random.nextLong() & 0xffffffffffffL);
            revisions.add(new Revision(id, List.copyOf(parents), labels, depends, "number " + i, ""));
        }
        return revisions;
    }
}

package dev.restamp.postgres.rows;

import static java.util.stream.Collectors.toMap;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.rows.ContentReader.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares databases of tests as the product would, over three connections to each. */
final class Comparing {
    static final Choice STRONG = new Choice(List.of(), "", (_, _) -> false, true, 100, Pace.FREE);

    private Comparing() {}

    static Choice all(boolean strong) {
        return strong ? STRONG : Choice.ALL;
    }

    static Choice sample(double percent) {
        return new Choice(List.of(), "", (_, _) -> false, false, percent, Pace.FREE);
    }

    static List<ComparedContent> compare(Both<TestDatabase> worlds, Choice choice) {
        try (var left = worlds.left().open();
                var right = worlds.right().open()) {
            return compare(left, right, choice);
        }
    }

    static List<ComparedContent> compare(Database left, Database right, Choice choice) {
        return left.readTogether(
                3,
                ours -> right.readTogether(
                        3,
                        theirs -> ContentReader.compare(new Both<>(ours, theirs), choice, (_, _, _, _, _, _) -> {})));
    }

    /** By schema and name. */
    static Map<String, Verdict> verdicts(Both<TestDatabase> worlds, Choice choice) {
        return compare(worlds, choice).stream()
                .collect(toMap(
                        one -> String.join(".", one.table().path()),
                        ComparedContent::verdict,
                        (one, _) -> one,
                        TreeMap::new));
    }

    static Map<ObjectKey, Optional<Fingerprint>> fingerprints(TestDatabase world) {
        try (var database = world.open()) {
            return database.readTogether(
                    3, readers -> ContentReader.fingerprints(readers, Choice.ALL, (_, _, _, _, _, _) -> {}));
        }
    }
}

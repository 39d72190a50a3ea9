package dev.restamp.tracker.flyway;

import static java.util.Comparator.comparing;

import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.Project.ScriptProblem;
import dev.restamp.tracker.flyway.MigrationName.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/** The order in which Flyway runs migrations on an empty database, and what it would refuse. */
final class MigrationLine {
    private final List<Migration> all;
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Migration> unique = new ArrayList<>();

    private MigrationLine(Collection<Migration> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Migrations in order.
     *
     * @param line those that are revisions: by version, then the repeatable ones by description
     * @param resolved all that Flyway would see, baselines off the line too; of two with one version the first
     */
    record Ordered(List<Migration> line, List<Migration> resolved, List<ScriptProblem> problems, List<String> notes) {}

    static Ordered order(List<Migration> migrations) {
        var line = new MigrationLine(migrations);
        line.refuseDuplicates();
        var versioned = line.versioned();
        line.noteUndo(versioned);
        var ordered = new ArrayList<>(versioned);
        line.unique.stream()
                .filter(migration -> migration.kind() == Kind.REPEATABLE)
                .sorted(comparing(Migration::description))
                .forEach(ordered::add);
        return new Ordered(ordered, line.unique, line.problems, line.notes);
    }

    private void refuseDuplicates() {
        var first = new HashMap<String, Migration>();
        for (var migration : all) {
            var before = first.putIfAbsent(key(migration), migration);
            if (before == null) {
                unique.add(migration);
            } else {
                problems.add(new ScriptProblem(
                        migration.shown(),
                        0,
                        "%s is %s too, and Flyway refuses both; the first one counts here"
                                .formatted(what(migration), before.shown())));
            }
        }
    }

    /** Versions are equal that compare as equal: 1 and 1.0. */
    private static String key(Migration migration) {
        var name = migration.version().map(MigrationLine::canonical).orElseGet(migration::description);
        return migration.kind() + " " + name;
    }

    private static String canonical(MigrationVersion version) {
        return version.toString().replaceAll("(?<=^|\\.)0+(?=\\d)", "").replaceAll("(?:\\.0)+$", "");
    }

    private static String what(Migration migration) {
        return migration
                .version()
                .map(version -> "version " + version)
                .orElseGet(() -> "repeatable migration \"" + migration.description() + "\"");
    }

    private List<Migration> versioned() {
        var line = new ArrayList<>(unique.stream()
                .filter(migration -> migration.kind() == Kind.VERSIONED)
                .sorted(comparing(MigrationLine::version))
                .toList());
        var baselines = unique.stream()
                .filter(migration -> migration.kind() == Kind.BASELINE)
                .sorted(comparing(MigrationLine::version))
                .toList();
        if (!baselines.isEmpty()) {
            place(baselines, line);
        }
        return line;
    }

    /** The last baseline begins the line if the scripts that it stands for are gone; else it is beside the line. */
    private void place(List<Migration> baselines, List<Migration> line) {
        var last = baselines.getLast();
        var replaced = line.stream()
                .filter(migration -> version(migration).compareTo(version(last)) <= 0)
                .toList();
        if (replaced.isEmpty()) {
            line.addFirst(last);
        } else {
            notes.add("%s stands for %s up to version %s on an empty database only; here those count"
                    .formatted(last.shown(), replaced.getFirst().shown(), version(last)));
        }
        baselines.stream()
                .limit(baselines.size() - 1L)
                .forEach(older -> notes.add(
                        older.shown() + " is a baseline below that of " + last.shown() + "; Flyway takes the latter"));
    }

    private void noteUndo(List<Migration> versioned) {
        unique.stream()
                .filter(migration -> migration.kind() == Kind.UNDO)
                .forEach(undo -> notes.add(undo.shown()
                        + versioned.stream()
                                .filter(migration -> version(migration).equals(version(undo)))
                                .findFirst()
                                .map(migration -> " takes back " + migration.shown()
                                        + "; undo is not in Flyway's community edition")
                                .orElse(" takes back a version that no file has")));
    }

    private static MigrationVersion version(Migration migration) {
        return migration.version().orElse(MigrationVersion.EMPTY);
    }

    /** Each one after the one before. */
    static List<Revision> revisions(List<Migration> line) {
        var revisions = new ArrayList<Revision>();
        Optional<String> before = Optional.empty();
        for (var migration : line) {
            revisions.add(new Revision(
                    migration.id(),
                    before.stream().toList(),
                    List.of(),
                    List.of(),
                    migration.description(),
                    migration.shown()));
            before = Optional.of(migration.id());
        }
        return revisions;
    }
}

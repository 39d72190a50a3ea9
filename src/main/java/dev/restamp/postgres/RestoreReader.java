package dev.restamp.postgres;

import dev.restamp.core.restore.Leftover;
import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.restore.NeverAnalysed;
import dev.restamp.core.restore.Unseen;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for what a restore leaves undone.
 *
 * <p>Most kinds are one statement on the catalog with a row for each object: its name, the evidence, the statements that put
 * it right. They are sent as one.
 */
public final class RestoreReader {
    /** Those that look at data, or at a role that is named. */
    private static final Set<LeftoverKind> ELSEWHERE = EnumSet.of(
            LeftoverKind.SEQUENCE_BEHIND,
            LeftoverKind.BROKEN_KEY,
            LeftoverKind.MISSING_EXTENSION,
            LeftoverKind.MISSING_RIGHT);

    private static final Map<LeftoverKind, Sql> STATEMENTS = Arrays.stream(LeftoverKind.values())
            .filter(kind -> !ELSEWHERE.contains(kind))
            .collect(Collectors.toMap(
                    kind -> kind,
                    kind -> Sql.beside(
                            RestoreReader.class, "restore/" + kind.name().toLowerCase(Locale.ROOT) + ".sql"),
                    (one, other) -> one,
                    () -> new EnumMap<>(LeftoverKind.class)));

    /** Owners and grants take most of the time; statistics come by themselves, as soon as autovacuum gets round to it. */
    private static final Set<LeftoverKind> NOT_AT_A_GLANCE = EnumSet.of(
            LeftoverKind.LOST_OWNER, LeftoverKind.OTHER_OWNER, LeftoverKind.LOST_GRANTS, LeftoverKind.NEVER_ANALYSED);

    private RestoreReader() {}

    /**
     * What the catalog shows, and sequences behind their data.
     *
     * @param version the server's major version
     */
    public static Leftovers read(Reading reading, int version) {
        return catalog(reading, version).plus(SequenceCheck.read(reading));
    }

    /**
     * Extensions that are expected and not there.
     *
     * @param expected names, as the scripts of a project have them
     */
    public static Leftovers extensions(Reading reading, Collection<String> expected) {
        var installed = NamedReader.extensions(reading).stream()
                .map(object -> object.key().name())
                .toList();
        return Leftovers.of(
                expected.stream()
                        .filter(name -> !installed.contains(name))
                        .map(name -> new Leftover(
                                LeftoverKind.MISSING_EXTENSION,
                                name,
                                "the scripts of the project make it",
                                List.of("CREATE EXTENSION \"" + name.replace("\"", "\"\"") + "\";")))
                        .toList(),
                List.of());
    }

    /** How many there are of the kinds that cost next to nothing, notes left out, and kinds without any. */
    public static Map<LeftoverKind, Long> count(Reading reading, int version) {
        var glanced = STATEMENTS.keySet().stream()
                .filter(kind -> !kind.isNote() && !NOT_AT_A_GLANCE.contains(kind))
                .toList();
        var counts = new EnumMap<LeftoverKind, Long>(LeftoverKind.class);
        reading
                .query(
                        union(glanced, version, "pg_catalog.count(*) AS number"),
                        row -> Map.entry(kind(row), row.number("number")))
                .stream()
                .filter(entry -> entry.getValue() > 0)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static Leftovers catalog(Reading reading, int version) {
        return reading.attempt(
                () -> found(ask(reading, STATEMENTS.keySet(), version)),
                _ -> STATEMENTS.keySet().stream()
                        .map(kind -> alone(reading, kind, version))
                        .reduce(Leftovers.NONE, Leftovers::plus));
    }

    /** One of them fails: the others are still worth asking. */
    private static Leftovers alone(Reading reading, LeftoverKind kind, int version) {
        return reading.attempt(
                () -> Leftovers.of(together(kind, ask(reading, List.of(kind), version)), List.of()),
                problem -> Leftovers.of(List.of(), List.of(new Unseen(kind, kind.plural(), problem.what()))));
    }

    private static Leftovers found(List<Leftover> rows) {
        return STATEMENTS.keySet().stream()
                .map(kind -> Leftovers.of(
                        together(
                                kind,
                                rows.stream().filter(row -> row.kind() == kind).toList()),
                        List.of()))
                .reduce(Leftovers.NONE, Leftovers::plus);
    }

    private static List<Leftover> together(LeftoverKind kind, List<Leftover> rows) {
        return kind == LeftoverKind.NEVER_ANALYSED ? NeverAnalysed.together(rows) : rows;
    }

    private static List<Leftover> ask(Reading reading, Collection<LeftoverKind> kinds, int version) {
        return reading.query(
                union(kinds, version, "object, evidence, fix"),
                row -> new Leftover(kind(row), row.text("object"), row.text("evidence"), row.texts("fix")));
    }

    private static LeftoverKind kind(Row row) {
        return LeftoverKind.valueOf(row.text("kind"));
    }

    private static Sql union(Collection<LeftoverKind> kinds, int version, String columns) {
        Function<LeftoverKind, String> statement = kind -> "SELECT '" + kind + "' AS kind, " + columns + "\n  FROM (\n"
                + Versioned.of(Objects.requireNonNull(STATEMENTS.get(kind)), version)
                        .text() + "\n) AS found";
        return Sql.of(kinds.stream().map(statement).collect(Collectors.joining("\n UNION ALL\n")));
    }
}

package dev.restamp.core.log;

import dev.restamp.core.evidence.Bookkeeping;
import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link Diagnosis} of a log: in the order of {@link LogOrder}, its rows said as {@link LogOrder#tip}. */
public final class LogDiagnosis {
    /** What makes a schema one that is not empty. */
    private static final Set<Kind> CONTENTS = Set.of(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE, Kind.ROUTINE, Kind.TYPE);

    private final MigrationLog log;
    private final Timeline timeline;
    private final VersionRows version;
    private final List<String> tables;
    private final Schema live;
    private final Set<String> applied;
    private final Bookkeeping rules;

    private LogDiagnosis(
            MigrationLog log,
            VersionTable table,
            Timeline timeline,
            VersionRows version,
            List<String> tables,
            Schema live) {
        this.log = log;
        this.timeline = timeline;
        this.version = version;
        this.tables = tables;
        this.live = live;
        this.applied = new LinkedHashSet<>(table.form().ids(version.rows()));
        this.rules = new Bookkeeping(log.findings(version.rows(), version.locks()), obstacle(), table.lock());
    }

    /**
     * @param table where the project keeps its rows
     * @param timeline in the order of the project
     * @param version as it was read
     * @param tables every version table of that name in the database, the one that is read first
     */
    public static Diagnosis of(
            MigrationLog log,
            VersionTable table,
            Timeline timeline,
            VersionRows version,
            List<String> tables,
            Schema live) {
        return new LogDiagnosis(log, table, timeline, version, tables, live).find();
    }

    /** What the rows come to, without a look at the schema. */
    public static VersionRows said(TableForm form, RevisionGraph project, VersionRows version) {
        var applied = new LinkedHashSet<>(form.ids(version.rows()));
        return version.saying(LogOrder.tip(LogOrder.of(project, List.of(applied)), applied));
    }

    /**
     * Where no place fits after the rows, somebody may have left a migration out: then what the schema has comes before what
     * it has not.
     */
    private Diagnosis find() {
        var first = in(List.of(applied));
        if (!(first.position() instanceof Position.NoFit)) {
            return first;
        }
        var present = first.evidence().values().stream()
                .filter(one -> one.status() == Status.PRESENT)
                .map(one -> one.revision().id())
                .collect(Collectors.toSet());
        var second = in(List.of(applied, present));
        return second.position() instanceof Position.NoFit ? first : second;
    }

    private Diagnosis in(List<Set<String>> groups) {
        var order = LogOrder.of(timeline.graph(), groups);
        return Diagnosis.of(timeline.in(order), version.saying(LogOrder.tip(order, applied)), tables, live, rules);
    }

    private Optional<String> obstacle() {
        return switch (version.state()) {
            case READ -> log.obstacle(version.rows(), version.locks());
            case NO_TABLE -> isEmpty() ? Optional.empty() : log.obstacleWithoutTable();
            case NOT_READABLE -> Optional.empty();
        };
    }

    /** Whether nothing is in the schema in which the table would be. */
    private boolean isEmpty() {
        var schema = version.table().replace("\"", "").split("\\.", 2)[0];
        return live.objects().keySet().stream()
                .noneMatch(key -> CONTENTS.contains(key.kind()) && key.schema().equals(schema));
    }
}

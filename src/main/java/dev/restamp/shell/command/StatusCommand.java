package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.postgres.CatalogSnapshots;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.RestoreReader;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.Map;

/** {@code status}: whether row, schema and head agree. Writes nothing. */
final class StatusCommand implements ShellCommand {
    private final Session session;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("status", Group.LOOK, "Say whether version row, schema and head agree, and what to do if not")
                .example("status", "the current connection against the project")
                .example("@local status", "another connection")
                .example("status --json", "for a program; exit 0 no drift, 1 drift, 7 cannot be told")
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("diagnose", "current", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        return session.inspect((inspection, reading) -> StatusReport.of(
                inspection,
                leftovers(inspection, reading),
                wasRepaired(inspection) ? List.of(ReportCommand.PROPOSED) : List.of()));
    }

    /** Whether nothing is wrong any more, and this session has written to see to it. */
    private boolean wasRepaired(Inspection inspection) {
        return inspection.findings().isEmpty()
                && session.journal().wroteTo(inspection.connection().name());
    }

    /** It is the last statement of its snapshot, and whatever it dies of is no reason for status to fail. */
    private static Map<LeftoverKind, Long> leftovers(Inspection inspection, Reading reading) {
        var version = inspection.connection().database().server().versionNumber() / 10_000;
        if (version < CatalogSnapshots.OLDEST) {
            return Map.of();
        }
        try {
            return RestoreReader.count(reading, version);
        } catch (Problem problem) {
            if (problem.exit() == Exit.INTERRUPTED) {
                throw problem;
            }
            return Map.of();
        }
    }
}

package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.CatalogSnapshots;
import dev.restamp.postgres.Readers;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.data.Contents;
import dev.restamp.shell.data.Counting;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.snapshot.Manifest;
import dev.restamp.shell.snapshot.ManifestBuilder;
import dev.restamp.shell.snapshot.SnapshotStore;
import dev.restamp.tracker.Project;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code snapshot}: keeps what a database defines and how many rows it has, to be held against it later. */
final class SnapshotCommand implements ShellCommand {
    private static final String NO_COUNTS = "--no-counts";
    private static final String CONTENT = "--content";

    private final Session session;
    private final SnapshotStore snapshots;

    SnapshotCommand(Session session, SnapshotStore snapshots) {
        this.session = session;
        this.snapshots = snapshots;
    }

    @Override
    public Usage usage() {
        return Usage.of("snapshot", Group.LOOK, "Keep what a database defines, and how many rows it has, in a file")
                .operands("[save NAME | list | show NAME | export NAME FILE | remove NAME]", Operand.SNAPSHOT, 0, 3)
                .words("save", "list", "show", "export", "remove")
                .flag(CONTENT, "keep a fingerprint of what each table holds: verify --content holds rows against it")
                .flag(NO_COUNTS, "do not count rows: on big tables that takes its time")
                .example("snapshot save before-restore", "the current connection, its rows counted")
                .example("@prod snapshot save release-42 --no-counts", "another connection, the schema only")
                .example("snapshot save before-restore --content", "with fingerprints of all rows")
                .example("snapshot", "what there is")
                .example("diff snap:before-restore", "the current connection against it")
                .example("snapshot export before-restore backup.json", "a file to keep with a backup; diff takes it")
                .reads()
                .see("diff", "counts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var word = arguments.operand(0).orElse("list");
        if (!word.equals("save") && (arguments.has(NO_COUNTS) || arguments.has(CONTENT))) {
            throw new Problem(Exit.USAGE, NO_COUNTS + " and " + CONTENT + " are for snapshot save", "help snapshot");
        }
        return switch (word) {
            case "save" -> save(name(arguments), arguments);
            case "list" -> SnapshotReport.list(snapshots.all());
            case "show" -> SnapshotReport.show(snapshots.find(name(arguments)));
            case "export" -> export(arguments);
            case "remove" -> remove(name(arguments));
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "snapshot knows save, list, show, export and remove, not \"" + word + "\"",
                        "help snapshot");
        };
    }

    private static String name(Arguments arguments) {
        return arguments
                .operand(1)
                .orElseThrow(() -> new Problem(
                        Exit.USAGE, "snapshot " + arguments.operands().getFirst() + " needs a NAME", "help snapshot"));
    }

    private Report save(String name, Arguments arguments) {
        SnapshotStore.check(name);
        var connection = session.connection();
        var version = CatalogSnapshots.version(connection.database());
        var project = project();
        var manifest = session.readTogether(
                connection, Counting.JOBS, readers -> manifest(readers, connection, version, project, arguments));
        session.console().clearProgress();
        return SnapshotReport.saved(snapshots.save(name, manifest), manifest, arguments.has(CONTENT));
    }

    /** Everything in the one snapshot. */
    private Manifest manifest(
            Readers readers, OpenConnection connection, int version, Optional<Project> project, Arguments arguments) {
        var reading = readers.first();
        var catalog = CatalogSnapshots.read(reading, version);
        var rows = project.map(opened -> Inspection.readRows(reading, connection, opened));
        var counts = arguments.has(NO_COUNTS) ? List.<RowCount>of() : new Counting(session).all(readers);
        var content = arguments.has(CONTENT)
                ? new Contents(session).fingerprints(readers)
                : Map.<ObjectKey, Optional<Fingerprint>>of();
        return ManifestBuilder.manifest(
                session.console().clock().instant().truncatedTo(ChronoUnit.SECONDS),
                connection,
                catalog,
                counts,
                content,
                rows.filter(table -> table.columnType().isPresent()),
                project);
    }

    /** What is open or lies here. A snapshot does not need one. */
    private Optional<Project> project() {
        try {
            return session.projectPlace().isPresent() || session.openProject().isPresent()
                    ? Optional.of(session.project())
                    : Optional.empty();
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private Report export(Arguments arguments) {
        var kept = snapshots.find(name(arguments));
        var file = arguments
                .operand(2)
                .orElseThrow(() -> new Problem(Exit.USAGE, "snapshot export needs a FILE", "help snapshot"));
        var written = snapshots.export(kept, session.folder().resolve(file));
        return Report.builder()
                .line("wrote " + written + ", readable by you alone")
                .json("exported", kept.name())
                .json("file", written.toString())
                .build(Exit.OK);
    }

    private Report remove(String name) {
        var kept = snapshots.find(name);
        snapshots.remove(kept);
        return Report.builder()
                .line("removed " + kept.name() + " of " + kept.place())
                .json("removed", kept.name())
                .json("place", kept.place())
                .build(Exit.OK);
    }
}

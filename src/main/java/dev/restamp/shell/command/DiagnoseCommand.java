package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.CatalogSnapshots;
import dev.restamp.postgres.KeyCheck;
import dev.restamp.postgres.RestoreReader;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.Optional;

/** {@code diagnose}: where the live schema really is, or what a restore left undone, with the evidence. Writes nothing. */
final class DiagnoseCommand implements ShellCommand {
    private static final String RESTORE = "--restore";
    private static final String KEYS = "--check-keys";
    private static final String AS = "--as";

    private final Session session;

    DiagnoseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("diagnose", Group.LOOK, "Say where the schema really is, revision by revision")
                .flag("--all", "every revision, also runs without news")
                .flag(RESTORE, "instead: what a restore left undone, and the SQL that puts it right; needs no project")
                .flag(KEYS, "with --restore: count the rows that break foreign keys; reads whole tables")
                .option(AS, "ROLE", Operand.TEXT, "with --restore: what this role may not do")
                .example("diagnose", "the current connection against the project")
                .example("diagnose --all", "with every revision drawn")
                .example("diagnose --restore --as shop_app", "after a restore, for the role of the application")
                .example("diagnose -o svg", "the verdict and the evidence as a picture")
                .example("diagnose --json", "every revision with its effects, for a program")
                .drawing()
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("status", "stamp", "show", "diff")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        check(arguments);
        if (arguments.has(RESTORE)) {
            return restore(session.connection(), arguments.has(KEYS), arguments.value(AS));
        }
        var width = session.console().canvas().width();
        return DiagnosisReport.of(session.inspect(), arguments.has("--all"), width);
    }

    private static void check(Arguments arguments) {
        var restore = arguments.has(RESTORE);
        if (restore && arguments.has("--all")) {
            throw new Problem(Exit.USAGE, "--all lists revisions, and --restore knows none", "help diagnose");
        }
        if (!restore && (arguments.has(KEYS) || arguments.has(AS))) {
            throw new Problem(
                    Exit.USAGE,
                    (arguments.has(KEYS) ? KEYS : AS) + " goes with --restore",
                    "diagnose --restore " + (arguments.has(KEYS) ? KEYS : AS + " ROLE"));
        }
    }

    private Report restore(OpenConnection connection, boolean keys, Optional<String> role) {
        var version = CatalogSnapshots.version(connection.database());
        var extensions = expectedExtensions();
        try {
            var leftovers = session.read(connection, reading -> {
                var rights = role.map(name -> RoleRights.missing(reading, name)).orElse(Leftovers.NONE);
                var found = RestoreReader.read(reading, version)
                        .plus(rights)
                        .plus(extensions
                                .map(names -> RestoreReader.extensions(reading, names))
                                .orElse(Leftovers.NONE));
                return keys ? found.plus(KeyCheck.read(reading, version, this::progress)) : found;
            });
            return new RestoreReport(connection, leftovers).build();
        } finally {
            session.console().clearProgress();
        }
    }

    /** Those that the heads of the project leave; empty where there is no project, or none that can be read. */
    private Optional<List<String>> expectedExtensions() {
        if (session.openProject().isEmpty() && session.projectPlace().isEmpty()) {
            return Optional.empty();
        }
        try {
            var graph = session.project().graph();
            return Optional.of(
                    session
                            .timeline(Optional.empty())
                            .expectedAfter(graph.ancestors(graph.realHeads()))
                            .objects()
                            .keySet()
                            .stream()
                            .filter(key -> key.kind() == Kind.EXTENSION)
                            .map(ObjectKey::name)
                            .toList());
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private void progress(String key, int done, int keys) {
        session.interrupts().check();
        session.console().progress(done + " of " + keys + " foreign keys  " + key);
    }
}

package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.Scope;
import dev.restamp.postgres.rows.Pace;
import dev.restamp.shell.Session;
import dev.restamp.shell.TimeLimit;
import dev.restamp.shell.data.Contents;
import dev.restamp.shell.data.Counting;
import dev.restamp.shell.diff.IgnoreFile;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.diff.Sides;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.snapshot.SnapshotStore;
import dev.restamp.shell.verify.Against;
import dev.restamp.shell.verify.Check;
import dev.restamp.shell.verify.ChecksFile;
import dev.restamp.shell.verify.ExpectationFile;
import dev.restamp.shell.verify.Verified;
import dev.restamp.shell.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code verify}: holds a database against another one, a snapshot or a manifest, in one verdict. Writes nothing. */
final class VerifyCommand implements ShellCommand {
    private static final String ROW = "--row";
    private static final String SCHEMA = "--schema";
    private static final String COUNTS = "--counts";
    private static final String CONTENT = "--content";

    /** Those that say what is looked at; without any of them it is all but the content. */
    private static final List<String> GROUPS = List.of(ROW, SCHEMA, COUNTS, CONTENT);

    private final Session session;
    private final Sides sides;

    VerifyCommand(Session session, SnapshotStore snapshots) {
        this.session = session;
        this.sides = new Sides(session, snapshots);
    }

    @Override
    public Usage usage() {
        return Usage.of("verify", Group.LOOK, "Hold a database against another one, a snapshot or a manifest")
                .option("--against", "WHAT", Operand.EXPECTED, "@NAME, snap:NAME, FILE.json; else the project's heads")
                .flag(ROW, "the version rows")
                .flag(SCHEMA, "what is defined")
                .flag(COUNTS, "how many rows each table has")
                .flag(CONTENT, "what each table holds, by fingerprints that the servers make")
                .option("--checks", "FILE", Operand.FILE, "queries that must answer with no row, or with true")
                .option("--as", "ROLE", Operand.TEXT, "whether this role may do what an application does")
                .option("--table", "NAME", Operand.TABLE, "this table only")
                .option(
                        "--without",
                        "COLUMN",
                        Operand.TEXT,
                        "leave this column out of the content: updated_at, orders.note")
                .option("--tolerance", "N", Operand.TEXT, "numbers of rows may differ by so many")
                .flag("--strong", "content by SHA-256 of each row; takes up to ten times as long")
                .option("--sample", "PERCENT", Operand.TEXT, "content of so many rows only, the same on both sides")
                .option(
                        "--state",
                        "FILE",
                        Operand.FILE,
                        "content piece by piece; run it again to go on where it stopped")
                .option("--throttle", "PERCENT", Operand.TEXT, "work each connection at most this share of the time")
                .option("--limit-time", "TIME", Operand.TEXT, "give up what is not done by then: 30s, 5min")
                .option(JobsOption.NAME, "N", Operand.TEXT, JobsOption.HELP)
                .example("verify", "row and schema against the heads of the project")
                .example("verify --against @stage", "row, schema and counts against another connection")
                .example("verify --against @local --content", "what every table holds")
                .example("verify --against snap:before-restore", "against a snapshot")
                .example("verify --against expected.json", "against a manifest, written by hand or by a backup job")
                .example("verify --checks checks.sql --as app", "your own questions, and the rights of a role")
                .example("verify --against @stage --content --table orders", "one table; --without leaves a column out")
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("counts", "diff", "snapshot", "diagnose")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        if (arguments.has("--state") && !arguments.has(CONTENT)) {
            throw new Problem(Exit.USAGE, "--state is for --content", "help verify");
        }
        var against = against(arguments.value("--against"));
        var verifier = new Verifier(session, sides, against);
        var groups = new ArrayList<Verified>();
        if (wants(ROW, arguments)) {
            verifier.row().ifPresent(groups::add);
        }
        if (wants(SCHEMA, arguments)) {
            verifier.schema(scope(arguments)).ifPresent(groups::add);
        }
        var pace = pace(arguments);
        var names = arguments.values("--table");
        if (wants(COUNTS, arguments)) {
            verifier.counts(
                            new Counting.Wish(names, Set.of(), pace, JobsOption.of(arguments)),
                            number(arguments, "--tolerance"))
                    .ifPresent(groups::add);
        }
        if (arguments.has(CONTENT) || (!chooses(arguments) && verifier.hasContent())) {
            var wish = new Contents.Wish(
                    names,
                    verifier.versionTable(),
                    arguments.values("--without"),
                    arguments.has("--strong"),
                    percent(arguments, "--sample"),
                    pace,
                    JobsOption.of(arguments));
            verifier.content(wish, arguments.value("--state").map(session.folder()::resolve))
                    .ifPresent(groups::add);
        }
        arguments.value("--as").ifPresent(role -> groups.add(verifier.rights(role)));
        var checks = checks(verifier, arguments);
        if (!checks.isEmpty()) {
            groups.add(verifier.checks(checks));
        }
        session.console().clearProgress();
        if (groups.isEmpty()) {
            throw new Problem(
                    Exit.USAGE,
                    "there is nothing to hold " + session.connection().name() + " against",
                    "help verify");
        }
        return VerifyReport.of(
                session.connection().name(), isAlone(arguments) ? Optional.empty() : Optional.of(against), groups);
    }

    private Against against(Optional<String> word) {
        if (word.isEmpty()) {
            return new Against.Heads();
        }
        var file = session.folder().resolve(word.get());
        if (Sides.isFile(word.get()) && !ExpectationFile.isSnapshot(file)) {
            return new Against.Written(word.get(), ExpectationFile.read(file));
        }
        return switch (sides.find(word.get())) {
            case Side.Live(var connection) -> new Against.Live(connection);
            case Side.Saved(var label, var manifest) -> new Against.Saved(label, manifest);
            case Side.Expected expected ->
                throw new Problem(
                        Exit.USAGE, expected.label() + " cannot be verified against", "diff " + expected.label());
        };
    }

    private static boolean chooses(Arguments arguments) {
        return GROUPS.stream().anyMatch(arguments::has);
    }

    /** Who asks for checks or rights alone, with nothing to hold them against, wants nothing else. */
    private static boolean wants(String group, Arguments arguments) {
        return chooses(arguments) ? arguments.has(group) : !isAlone(arguments);
    }

    private static boolean isAlone(Arguments arguments) {
        return arguments.value("--against").isEmpty()
                && !chooses(arguments)
                && (arguments.has("--checks") || arguments.has("--as"));
    }

    private List<Check> checks(Verifier verifier, Arguments arguments) {
        return Stream.concat(
                        verifier.checks().stream(),
                        arguments.each("--checks").stream()
                                .flatMap(
                                        file -> ChecksFile.read(session.folder().resolve(file)).stream()))
                .toList();
    }

    private Scope scope(Arguments arguments) {
        return new Scope(
                Set.of(),
                List.of(),
                arguments.values("--table"),
                IgnoreFile.patterns(session.folder(), Optional.empty()),
                false,
                false,
                false,
                false);
    }

    private static Pace pace(Arguments arguments) {
        return Pace.of(arguments.value("--limit-time").map(TimeLimit::parse), (int)
                Math.max(1, percent(arguments, "--throttle")));
    }

    private static long number(Arguments arguments, String option) {
        var text = arguments.value(option).orElse("0");
        if (!text.matches("\\d{1,15}")) {
            throw new Problem(Exit.USAGE, option + " takes a number of rows, not \"" + text + "\"", option + " 10");
        }
        return Long.parseLong(text);
    }

    private static double percent(Arguments arguments, String option) {
        var text = arguments.value(option).orElse("100").replace("%", "");
        if (!text.matches("\\d{1,3}(\\.\\d{1,4})?")
                || Double.parseDouble(text) > 100
                || Double.parseDouble(text) == 0) {
            throw new Problem(Exit.USAGE, option + " takes percents up to 100, not \"" + text + "\"", option + " 10");
        }
        return Double.parseDouble(text);
    }
}

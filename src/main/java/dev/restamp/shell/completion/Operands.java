package dev.restamp.shell.completion;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.recognition.KnownTables;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.practice.Lessons;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.diff.Sides;
import dev.restamp.shell.profile.Profile;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.snapshot.SnapshotStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** What may stand for an operand now. */
public final class Operands {
    private final Session session;
    private final ReceiptStore receipts;
    private final List<Usage> commands;
    private final DatabaseNames names;

    public Operands(Session session, ReceiptStore receipts, List<Usage> commands) {
        this.session = session;
        this.receipts = receipts;
        this.commands = List.copyOf(commands);
        this.names = new DatabaseNames(session);
    }

    /** The likeliest first. */
    public List<Proposal> of(Operand operand, Cursor cursor) {
        return switch (operand) {
            case REVISION ->
                session.openProject().map(project -> revisions(project.graph())).orElse(List.of());
            case TABLE -> names.tables(cursor.typed());
            case STATEMENT -> names.inStatement(cursor);
            case CONNECTION -> connections(cursor.typed().startsWith("@") ? "@" : "");
            case SIDE -> sides(cursor.typed());
            case COUNTED -> counted(cursor.typed());
            case EXPECTED -> expected(cursor.typed());
            case SNAPSHOT -> snapshots("");
            case KIND ->
                Stream.of(CatalogKind.values())
                        .map(kind -> Proposal.of(kind.plural()))
                        .toList();
            case RECEIPT -> receipts.all().stream().map(Operands::receipt).toList();
            case COMMAND -> commands.stream().map(Operands::command).toList();
            case SCENARIO -> scenarios(cursor);
            case TRACKER -> trackers();
            case LESSON -> lessons(cursor.typed());
            case FOLDER -> FilesInFolder.folders(session.folder(), cursor.typed());
            case FILE -> FilesInFolder.files(session.folder(), cursor.typed(), "");
            case SCRIPT -> FilesInFolder.files(session.folder(), cursor.typed(), ".restamp");
            case FORMAT ->
                OutputFormats.ALL.stream()
                        .map(format -> Proposal.of(format.name()))
                        .toList();
            case PROFILE, URL ->
                session.profiles().all().stream().map(Operands::profile).toList();
            case TEXT -> List.of();
        };
    }

    private static Proposal profile(Profile profile) {
        return new Proposal(profile.name(), profile.target(), "");
    }

    private static Proposal command(Usage usage) {
        return new Proposal(usage.name(), usage.summary(), "");
    }

    /** The proved one, then the row, then the heads, then the newest. */
    private List<Proposal> revisions(RevisionGraph graph) {
        var seen = session.current().flatMap(OpenConnection::lastInspection);
        var fits = seen.map(Operands::fits).orElse(List.of());
        var ordered = new LinkedHashSet<>(fits);
        session.current()
                .ifPresent(connection -> ordered.addAll(connection.belief().row()));
        ordered.addAll(graph.realHeads());
        graph.newestFirst().forEach(revision -> ordered.add(revision.id()));
        var proposals = new ArrayList<Proposal>();
        ordered.stream()
                .flatMap(id -> graph.get(id).stream())
                .forEach(revision -> proposals.add(revision(graph, revision, fits.contains(revision.id()))));
        Stream.of("head", "heads", "base").map(Proposal::of).forEach(proposals::add);
        return proposals;
    }

    private static List<String> fits(Inspection inspection) {
        return inspection.diagnosis().position() instanceof Position.Fits(var rows, var ignored) ? rows : List.of();
    }

    private static Proposal revision(RevisionGraph graph, Revision revision, boolean fits) {
        var message = revision.doc().lines().findFirst().orElse("");
        var marks = (graph.isHead(revision.id()) ? "(head) " : "")
                + (graph.isMergePoint(revision.id()) ? "(mergepoint) " : "");
        return new Proposal(revision.id(), (fits ? "FITS  " : "") + marks + message, message);
    }

    /** Those that have been in this database first. */
    private List<Proposal> trackers() {
        var proposals = new LinkedHashMap<String, Proposal>();
        session.current().stream()
                .flatMap(connection -> connection.recognised().stream())
                .forEach(found -> found.tools()
                        .forEach(tool -> proposals.putIfAbsent(
                                tool.tracker(),
                                new Proposal(tool.tracker(), found.table().sql(), ""))));
        KnownTables.ALL.forEach(
                tool -> proposals.putIfAbsent(tool.tracker(), new Proposal(tool.tracker(), tool.title(), "")));
        return List.copyOf(proposals.values());
    }

    private List<Proposal> lessons(String typed) {
        return typed.startsWith(".") || typed.contains("/")
                ? FilesInFolder.folders(session.folder(), typed)
                : Lessons.all().stream()
                        .map(lesson -> new Proposal(lesson.name(), lesson.about(), ""))
                        .toList();
    }

    private List<Proposal> connections(String sign) {
        return session.connections().stream()
                .map(one -> new Proposal(sign + one.name(), one.database().url().display(), ""))
                .toList();
    }

    private List<Proposal> sides(String typed) {
        var all = new ArrayList<Proposal>();
        all.add(Proposal.of(Sides.HERE));
        all.addAll(connections("@"));
        all.addAll(snapshots(Sides.SNAPSHOT));
        of(Operand.REVISION, new Cursor(List.of(), typed))
                .forEach(one -> all.add(new Proposal(Sides.REVISION + one.value(), one.label(), "")));
        return all;
    }

    private List<Proposal> counted(String typed) {
        var all = new ArrayList<>(names.tables(typed));
        all.addAll(connections("@"));
        all.addAll(snapshots(Sides.SNAPSHOT));
        return all;
    }

    private List<Proposal> expected(String typed) {
        var all = new ArrayList<>(connections("@"));
        all.addAll(snapshots(Sides.SNAPSHOT));
        all.addAll(FilesInFolder.files(session.folder(), typed, ".json"));
        return all;
    }

    private List<Proposal> snapshots(String sign) {
        return new SnapshotStore(() -> session.state().snapshots())
                .all().stream()
                        .map(kept -> new Proposal(sign + kept.name(), kept.place(), ""))
                        .toList();
    }

    private static Proposal receipt(Receipt receipt) {
        return new Proposal(receipt.id(), receipt.connection(), "");
    }

    /** After {@code practice start}, {@code practice break} and what else {@code practice} knows. */
    private List<Proposal> scenarios(Cursor cursor) {
        return switch (cursor.before().isEmpty() ? "" : cursor.before().getLast()) {
            case "start" ->
                cursor.typed().contains("/") || cursor.typed().startsWith(".")
                        ? FilesInFolder.folders(session.folder(), cursor.typed())
                        : Scenario.all().stream()
                                .map(one -> new Proposal(one.name(), one.title(), ""))
                                .toList();
            case "record" -> FilesInFolder.folders(session.folder(), cursor.typed());
            case "break" ->
                session.practice().stream()
                        .flatMap(practice -> practice.scenario().breaks().values().stream())
                        .map(one -> new Proposal(one.name(), one.title(), ""))
                        .toList();
            default -> List.of();
        };
    }
}

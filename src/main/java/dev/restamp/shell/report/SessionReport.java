package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.journal.Moment;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session did, as a report that can be attached to a ticket. */
public final class SessionReport {
    private final Session session;
    private final Report report;
    private final int removed;

    private SessionReport(Session session, Report report, int removed) {
        this.session = session;
        this.report = report;
        this.removed = removed;
    }

    /**
     * @param since where it begins; empty for the whole session
     * @param title its own title; empty for one that says what was found
     * @throws Problem with {@code Exit.USAGE} where nothing has been done yet
     */
    public static SessionReport of(Session session, Optional<Instant> since, Optional<String> title) {
        var incident = incident(session, since);
        var redactor = session.console().redactor();
        var blocks = new ArrayList<>(IncidentReport.blocks(incident, title, redactor::redact));
        var removed = secrets(session, blocks);
        blocks.add(IncidentReport.end(incident, removed));
        var facts = Json.object();
        facts.putAll(IncidentJson.of(incident, title.orElseGet(() -> HeadSection.title(incident)), redactor::redact));
        var timeline = IncidentJson.timeline(incident);
        facts.put("timeline", timeline);
        facts.put("secrets_removed", removed);
        return new SessionReport(session, new Report(Exit.OK, blocks, facts, List.of(), timeline), removed);
    }

    private static Incident incident(Session session, Optional<Instant> since) {
        var moments = session.journal().moments().stream()
                .filter(moment -> since.filter(moment.at()::isBefore).isEmpty())
                .toList();
        if (moments.isEmpty()) {
            throw new Problem(
                    Exit.USAGE,
                    since.isPresent()
                            ? "nothing was done since then"
                            : "nothing has been done in this session yet: a report is about one session",
                    "status, and then report; or restamp -c status -c 'report incident.md'");
        }
        return new Incident(
                List.<Moment>copyOf(moments),
                session.console().clock().instant(),
                since,
                System.getProperty("user.name", "unknown"),
                session.openProject(),
                session.script(),
                session.folder(),
                session.state().receipts());
    }

    /** How many there are in it, in whatever way it is written. */
    private static int secrets(Session session, List<Block> blocks) {
        var removed = new int[1];
        session.console().document(Report.of(blocks), OutputFormats.named("md"), () -> removed[0]++);
        return removed[0];
    }

    /** To be printed. */
    public Report report() {
        return report;
    }

    public int removed() {
        return removed;
    }

    /** As it is written to a file. */
    public String text(OutputFormat format) {
        return session.console().document(report, format, () -> {});
    }

    /** The facts of it, for programs. */
    public Map<String, @Nullable Object> facts() {
        return report.json();
    }
}

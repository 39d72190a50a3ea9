package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.report.ReportFile;
import dev.restamp.shell.report.SessionReport;
import dev.restamp.shell.report.Since;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code report}: the session writes its own incident report, from what it was told and from nothing else. */
final class ReportCommand implements ShellCommand {
    /** After a write, when all is done. */
    static final Next PROPOSED = Next.reads("report incident.md", "what this session found and did, for a ticket");

    private static final OutputFormat MARKDOWN = OutputFormats.named("md");
    private static final OutputFormat HTML = OutputFormats.named("html");

    private final Session session;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("report", Group.RECORD, "Write what this session found, changed and verified as a report")
                .operands("[FILE|-]", Operand.FILE, 0, 1)
                .option(
                        "--since",
                        "TIME",
                        Operand.TEXT,
                        "leave out what was before: 03:10, 2026-11-22T03:10 (UTC), 30m")
                .option("--title", "TEXT", Operand.TEXT, "instead of what was found, and where")
                .example("report", "on the screen")
                .example("report incident.md", "Markdown, for a ticket")
                .example("report incident.html", "one page that needs no network")
                .example("report -", "Markdown on standard output")
                .example(
                        "report incident.md --since 30m --title OPS-812",
                        "only the last half hour, under a title of your own")
                .example("report --json", "the facts, for a program")
                .see("note", "transcript", "receipts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var now = session.console().clock().instant();
        var made = SessionReport.of(
                session, arguments.value("--since").map(text -> Since.parse(text, now)), arguments.value("--title"));
        var file = arguments.operand(0);
        if (file.filter(name -> !name.equals("-")).isPresent()) {
            return written(made, file.get(), arguments.value(Usage.OUTPUT));
        }
        var console = session.console();
        if (file.isPresent() && console.format().equals(OutputFormats.TABLE)) {
            console.format(MARKDOWN);
        }
        var report = Report.builder().json(made.facts()).json("file", null).json("lines", null);
        made.report().blocks().forEach(report::block);
        return report.records(made.report().records()).build(Exit.OK);
    }

    private Report written(SessionReport made, String name, Optional<String> asked) {
        var document = asked.filter(format -> List.of("md", "html").contains(format));
        // The format is that of the file; what is said of it is for the screen.
        document.ifPresent(_ -> session.console().format(OutputFormats.TABLE));
        var format = document.map(OutputFormats::named).orElseGet(() -> byName(name));
        var file = session.folder().resolve(name);
        var lines = ReportFile.write(file, made.text(format), format).lines().count();
        return Report.builder()
                .line(Text.of("written ", Style.GOOD)
                        .and(name, Style.STRONG)
                        .and("   " + lines + " lines, 0600, secrets removed: " + made.removed()))
                .json(made.facts())
                .json("file", file.toString())
                .json("lines", lines)
                .records(made.report().records())
                .build(Exit.OK);
    }

    private static OutputFormat byName(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm") ? HTML : MARKDOWN;
    }
}

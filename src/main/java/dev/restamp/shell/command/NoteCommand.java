package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Session;
import dev.restamp.shell.journal.Note;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code note}: keeps a line for the report. */
final class NoteCommand implements ShellCommand {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Session session;

    NoteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("note", Group.RECORD, "Keep a line for the report, with the time in UTC")
                .operands("[TEXT]", Operand.TEXT, 0, 1000)
                .raw()
                .example("note restored from the 02:40 dump by ana, ticket OPS-812", "everything behind the word")
                .example("note", "what was noted so far")
                .see("report", "transcript")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var text = unquoted(String.join(" ", arguments.operands()).strip().replaceFirst("^--\\s+", ""));
        if (text.isEmpty()) {
            return all(session.journal().notes().toList());
        }
        var note = session.journal().note(text);
        return Report.builder()
                .line(Text.of(time(note.at()) + "  ", Style.FAINT).and(note.text()))
                .listed("notes", List.of(json(note)))
                .build(Exit.OK);
    }

    private static Report all(List<Note> notes) {
        var report = Report.builder()
                .listed("notes", notes.stream().map(NoteCommand::json).toList());
        if (notes.isEmpty()) {
            return report.line("nothing was noted yet: note TEXT").build(Exit.OK);
        }
        return report.block(new Grid(
                        List.of(Head.left("UTC"), Head.left("note")),
                        notes.stream()
                                .map(note -> List.of(Text.of(time(note.at())), Text.of(note.text())))
                                .toList()))
                .build(Exit.OK);
    }

    /** Who puts the whole in quotes does not mean the quotes. */
    private static String unquoted(String text) {
        var quoted = text.length() >= 2
                && (text.startsWith("\"") || text.startsWith("'"))
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String time(Instant at) {
        return CLOCK.format(at);
    }

    private static Map<String, @Nullable Object> json(Note note) {
        return Json.object("at", note.at().toString(), "text", note.text());
    }
}

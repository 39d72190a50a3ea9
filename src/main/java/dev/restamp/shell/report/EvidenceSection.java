package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the shell showed before anything was changed, as it showed it. */
final class EvidenceSection {
    private EvidenceSection() {}

    static List<Block> of(Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.title("Evidence (before)"));
        for (var subject : incident.subjects()) {
            var look = subject.diagnosisBefore().or(subject::before);
            if (look.isEmpty()) {
                blocks.add(Wording.sentence(subject.name() + ": neither status nor diagnose was answered"
                        + (subject.lastWrite().isPresent() ? " before the first write." : " in this session.")));
            } else {
                var said = look.get().said();
                blocks.add(Wording.sentence(said.line() + " on " + subject.name() + ", " + Wording.time(said.at())
                        + " UTC" + only(look.get())));
                blocks.addAll(shown(said));
            }
        }
        if (incident.subjects().isEmpty()) {
            blocks.add(Wording.sentence("Nothing was looked at in this session."));
        }
        return blocks;
    }

    private static String only(Look look) {
        return look.isDiagnosis()
                ? "; each line of the graph is a " + look.tool().revision() + ", newest first"
                : "; diagnose, which has the evidence " + look.tool().revision() + " by "
                        + look.tool().revision() + ", was not run before the change";
    }

    private static List<Block> shown(Said said) {
        var blocks = new ArrayList<Block>();
        for (var block : said.blocks()) {
            switch (block) {
                case Block.Line(var text) when text.plain().isBlank() -> {}
                case Block.Line(var text) -> blocks.add(new Block.Paragraph(text));
                case Block.Noted(var text, var note) -> blocks.add(new Block.Paragraph(text.and("   " + note)));
                case Block.Fields(var fields) -> add(points(fields), blocks);
                case Block.Heading _,
                        Block.Paragraph _,
                        Block.Bullets _,
                        Block.Code _,
                        Block.Values _,
                        Block.Grid _,
                        Block.Graph _ -> blocks.add(block);
            }
        }
        return blocks;
    }

    /** To the list above it, if there is one: two in a row would be one in Markdown anyhow. */
    private static void add(List<Text> points, List<Block> blocks) {
        if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Bullets(var before)) {
            blocks.removeLast();
            blocks.add(new Block.Bullets(
                    Stream.concat(before.stream(), points.stream()).toList()));
        } else {
            blocks.add(new Block.Bullets(points));
        }
    }

    /** A field without a label goes on with the one before it. */
    private static List<Text> points(List<Block.Field> fields) {
        var points = new ArrayList<Text>();
        for (var field : fields) {
            var value = Text.of(field.value().plain()).and(field.note().isEmpty() ? "" : " (" + field.note() + ")");
            if (field.label().isBlank() && !points.isEmpty()) {
                points.add(points.removeLast().and("; ").and(value));
            } else {
                points.add(Text.of(field.label() + ":", Style.STRONG).and(" ").and(value));
            }
        }
        return points;
    }
}

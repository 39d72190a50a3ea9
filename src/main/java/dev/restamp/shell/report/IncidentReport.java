package dev.restamp.shell.report;

import dev.restamp.shell.Version;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sections in the order in which somebody reads them who was not there. */
final class IncidentReport {
    private IncidentReport() {}

    static List<Block> blocks(Incident incident, Optional<String> title, UnaryOperator<String> redactor) {
        var blocks = new ArrayList<Block>();
        blocks.addAll(HeadSection.of(incident, title));
        blocks.addAll(ProblemSection.of(incident));
        blocks.addAll(EvidenceSection.of(incident));
        blocks.addAll(ChangeSection.of(incident));
        blocks.addAll(VerificationSection.of(incident));
        blocks.addAll(StatusSection.of(incident));
        blocks.addAll(WhySection.of(incident));
        blocks.addAll(UncheckedSection.of(incident));
        blocks.addAll(UndoSection.of(incident));
        blocks.addAll(CommandsSection.of(incident, redactor));
        blocks.addAll(FilesSection.of(incident));
        blocks.addAll(Timeline.of(incident));
        return blocks;
    }

    /** @param removed how many secrets were taken out */
    static Block end(Incident incident, int removed) {
        return new Block.Paragraph(Text.of("Written by restamp " + Version.TEXT + ", " + Wording.day(incident.now())
                + " " + Wording.time(incident.now()) + " UTC, from what this session was told. Secrets removed: "
                + removed
                + ". Rows of tables are counted in it, never shown."));
    }
}

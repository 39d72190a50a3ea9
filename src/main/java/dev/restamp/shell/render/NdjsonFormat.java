package dev.restamp.shell.render;

import java.util.stream.Collectors;

/** One JSON object on a line for each record of the report. */
final class NdjsonFormat implements OutputFormat {
    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public Kind kind() {
        return Kind.DATA;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        return report.records().stream()
                .map(entry -> JsonFormat.text(entry) + "\n")
                .collect(Collectors.joining());
    }
}

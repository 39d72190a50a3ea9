package dev.restamp.shell.render;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records of the report as RFC 4180 has it, with a line of names. What is not text or a number stands there as JSON. */
final class CsvFormat implements OutputFormat {
    private static final Pattern SPECIAL = Pattern.compile("[\",\\s']");

    /** What a spreadsheet takes for a formula. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\-\\t\\r].*");

    private final String name;
    private final boolean guarded;

    /** @param guarded whether it is for a spreadsheet, which would run text that looks like a formula */
    CsvFormat(String name, boolean guarded) {
        this.name = name;
        this.guarded = guarded;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.DATA;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var names = new LinkedHashSet<String>();
        report.records().forEach(entry -> names.addAll(entry.keySet()));
        if (names.isEmpty()) {
            return "";
        }
        var head = line(names.stream().map(this::cell).toList());
        return report.records().stream()
                .map(entry -> line(
                        names.stream().map(column -> cell(entry.get(column))).toList()))
                .collect(Collectors.joining("", head, ""));
    }

    private static String line(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    /** Nothing at all for a value that is not known; quotes for a text that is empty. */
    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quoted(guarded && FORMULA.matcher(text).matches() ? "'" + text : text);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Object other -> quoted(JsonFormat.text(other));
        };
    }

    private static String quoted(String text) {
        var shown = Escape.text(text);
        return shown.isEmpty() || SPECIAL.matcher(shown).find() ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}

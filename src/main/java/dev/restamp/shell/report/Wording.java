package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How the report writes what it has found. */
final class Wording {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Wording() {}

    /** {@code 1 revision}, {@code 3 revisions}. */
    static String many(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String time(Instant at) {
        return SECOND.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    /** {@code 2026-11-22 03:11–03:16 UTC}. */
    static String span(Instant from, Instant to) {
        var sameDay = day(from).equals(day(to));
        return day(from) + " " + MINUTE.format(from) + "–" + (sameDay ? "" : day(to) + " ") + MINUTE.format(to)
                + " UTC";
    }

    /** Rows of a version table: {@code (no row)} for none. */
    static String rows(List<String> ids) {
        return ids.isEmpty() ? "(no row)" : String.join(", ", ids);
    }

    static Block sentence(String text) {
        return new Block.Paragraph(Text.of(text));
    }

    /** {@code Label: value}. */
    static Text point(String label, String value) {
        return Text.of(label + ":", Style.STRONG).and(" " + value);
    }

    static Block title(String text) {
        return new Block.Heading(2, text);
    }

    static Block small(String text) {
        return new Block.Heading(3, text);
    }
}

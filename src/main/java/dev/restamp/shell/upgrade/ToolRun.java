package dev.restamp.shell.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a tool ended.
 *
 * @param succeeded as it says itself
 * @param exit of a program; empty for a library
 * @param lines of its output, or of its beginning and its end
 */
public record ToolRun(boolean succeeded, OptionalInt exit, List<String> lines, Duration time) {
    public ToolRun {
        lines = List.copyOf(lines);
    }

    /** The last line that says something; empty where it said nothing. */
    public String lastLine() {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (_, last) -> last);
    }

    /** {@code 1.2 s} */
    public String seconds() {
        return "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
    }
}

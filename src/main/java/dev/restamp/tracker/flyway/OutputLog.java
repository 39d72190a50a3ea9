package dev.restamp.tracker.flyway;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.flywaydb.core.api.logging.Log;

/** What Flyway says, as lines. What it would sell, or log for its makers, is left out. */
record OutputLog(Consumer<String> output) implements Log {
    private static final List<String> NOT_OURS = List.of(
            "https://",
            "learn more",
            "flyway upgrade",
            "upgrade recommended",
            "teams edition",
            "enterprise edition",
            "telemetry");

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {
        message.lines().filter(OutputLog::isOurs).forEach(output);
    }

    @Override
    public void warn(String message) {
        info(message);
    }

    @Override
    public void error(String message) {
        info(message);
    }

    @Override
    public void error(String message, Exception failure) {
        info(message);
    }

    @Override
    public void notice(String message) {
        info(message);
    }

    private static boolean isOurs(String line) {
        var lower = line.toLowerCase(Locale.ROOT);
        return !line.isBlank() && NOT_OURS.stream().noneMatch(lower::contains);
    }
}

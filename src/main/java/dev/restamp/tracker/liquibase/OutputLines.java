package dev.restamp.tracker.liquibase;

import java.util.function.Consumer;
import liquibase.ui.ConsoleUIService;
import org.jspecify.annotations.Nullable;

/** What Liquibase would print, a line at a time. */
final class OutputLines extends ConsoleUIService {
    private final Consumer<String> output;

    OutputLines(Consumer<String> output) {
        this.output = output;
    }

    @Override
    public void sendMessage(@Nullable String message) {
        if (message != null) {
            message.lines().filter(line -> !line.isBlank()).forEach(output);
        }
    }

    @Override
    public void sendErrorMessage(@Nullable String message) {
        // It comes as an exception too.
    }

    @Override
    public void sendErrorMessage(@Nullable String message, @Nullable Throwable cause) {
        // as above
    }
}

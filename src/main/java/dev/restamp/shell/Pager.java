package dev.restamp.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/** The user's own pager, for answers that are longer than the screen: {@code $RESTAMP_PAGER}, {@code $PAGER}, else less. */
public final class Pager {
    /** What it gets of our environment: nothing in which a password may be. */
    private static final Pattern HARMLESS =
            Pattern.compile("PATH|HOME|TERM|TERMINFO|COLUMNS|LINES|LANG|LC_\\w+|LESS\\w*");

    /** Leave at once where it fits after all, let our colours through, keep the screen. */
    private static final String LESS = "FRX";

    private final Map<String, String> environment;
    private final List<String> command;
    private final IntSupplier height;

    private Pager(Map<String, String> environment, List<String> command, IntSupplier height) {
        this.environment = environment;
        this.command = command;
        this.height = height;
    }

    /**
     * Empty where the user wants none: {@code PAGER=cat}, or empty.
     *
     * @param height of the screen in lines, asked anew each time
     */
    public static Optional<Pager> of(Map<String, String> environment, IntSupplier height) {
        var wanted = environment.getOrDefault("RESTAMP_PAGER", environment.getOrDefault("PAGER", "less"));
        return wanted.isBlank() || wanted.strip().equals("cat")
                ? Optional.empty()
                : Optional.of(new Pager(environment, Words.split(wanted), height));
    }

    /** Shows the text and waits until the user has seen it; gives false where it fits or no pager starts. */
    boolean show(String text) {
        if (text.lines().count() < height.getAsInt()) {
            return false;
        }
        try {
            var builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().clear();
            environment.forEach((name, value) -> {
                if (HARMLESS.matcher(name).matches()) {
                    builder.environment().put(name, value);
                }
            });
            builder.environment().putIfAbsent("LESS", LESS);
            feed(builder.start(), text);
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void feed(Process pager, String text) {
        try (var input = pager.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException left) {
            // The user has seen enough before the end.
        }
        try {
            pager.waitFor();
        } catch (InterruptedException interrupted) {
            pager.destroy();
            Thread.currentThread().interrupt();
        }
    }
}

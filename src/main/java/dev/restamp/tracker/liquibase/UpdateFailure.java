package dev.restamp.tracker.liquibase;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import liquibase.exception.LockException;
import liquibase.exception.ValidationFailedException;

/** Why an update failed, in Liquibase's own words without what it wraps them in. */
final class UpdateFailure {
    private static final Pattern FAILED = Pattern.compile(
            "(?s)Migration failed for changeset (.+?):\\s+Reason: (?:liquibase[\\w.]+: )*(.+?)\\s*(?:\\[Failed SQL: (.*)])?\\s*$");

    private UpdateFailure() {}

    /** @param output gets the statement that failed, which is too long for a message */
    static Problem of(Throwable failure, Consumer<String> output) {
        var chain = new ArrayList<Throwable>();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            chain.add(at);
        }
        for (var one : chain) {
            var message = String.valueOf(one.getMessage());
            if (one instanceof LockException) {
                return new Problem(
                        Exit.TIMEOUT,
                        message.strip(),
                        "if nothing of Liquibase runs there: liquibase release-locks",
                        failure);
            }
            if (one instanceof ValidationFailedException) {
                return new Problem(Exit.PROJECT, folded(message), "status", failure);
            }
            var failed = FAILED.matcher(message);
            if (failed.find()) {
                if (failed.group(3) != null) {
                    ("Failed SQL: " + failed.group(3)).lines().forEach(output);
                }
                return new Problem(
                        Exit.NOT_WRITTEN, failed.group(1) + ": " + folded(failed.group(2)), "status", failure);
            }
        }
        return new Problem(Exit.NOT_WRITTEN, folded(last(chain)), "status", failure);
    }

    private static String last(List<Throwable> chain) {
        return String.valueOf(chain.getLast().getMessage());
    }

    private static String folded(String message) {
        return message.strip().replaceAll("\\s+", " ").replaceAll("(?:liquibase\\.exception\\.\\w+: )+", "");
    }
}

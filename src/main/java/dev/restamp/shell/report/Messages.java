package dev.restamp.shell.report;

import java.util.Optional;

/** Messages of a server, as far as they hold no values of rows. */
final class Messages {
    private Messages() {}

    /** Data exceptions quote what they stumbled over: {@code invalid input syntax for type integer: "4711"}. */
    static Optional<String> safe(Members failure) {
        var message = failure.text("message");
        return failure.text("sqlstate").startsWith("22") || message.contains(": \"")
                ? Optional.of("(its message is left out: it may quote a value)")
                : message.lines().findFirst();
    }
}

package dev.restamp.shell;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/** Closes connections that nobody has used for long: a shell left open overnight keeps no session and no password. */
final class IdleWatch {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Supplier<Collection<OpenConnection>> connections;
    private boolean started;

    IdleWatch(Supplier<Collection<OpenConnection>> connections) {
        this.connections = connections;
    }

    void start() {
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("idle-watch").start(this::watch);
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                connections.get().forEach(open -> open.database().closeIfIdle(LONGEST));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

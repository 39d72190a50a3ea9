package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Ctrl-C while a command runs: stops what has said how it can be stopped, and lets the command notice. */
public final class Interrupts {
    private final Set<Runnable> stoppable = ConcurrentHashMap.newKeySet();
    private volatile boolean interrupted;

    /** Does something that may take long; {@code stop} ends it early. */
    public <T> T stoppable(Runnable stop, Supplier<T> work) {
        stoppable.add(stop);
        try {
            check();
            return work.get();
        } finally {
            stoppable.remove(stop);
        }
    }

    /** Ctrl-C was pressed. */
    public void fire() {
        interrupted = true;
        stoppable.forEach(Runnable::run);
    }

    /** A new command begins; what was pressed before does not count. */
    public void reset() {
        interrupted = false;
    }

    /** Whether Ctrl-C was pressed since the command began. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** @throws Problem with {@code Exit.INTERRUPTED} if Ctrl-C was pressed since the command began */
    public void check() {
        if (interrupted) {
            throw new Problem(Exit.INTERRUPTED, "interrupted", "");
        }
    }
}

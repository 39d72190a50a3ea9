package dev.restamp.tracker.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/** Liquibase's log goes nowhere: it may hold the values of parameters, and what matters comes as an exception. */
final class QuietLog extends AbstractLogService {
    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // theirs
    public Logger getLog(@Nullable Class caller) {
        return new Nowhere();
    }

    private static final class Nowhere extends AbstractLogger {
        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable thrown) {
            // nowhere
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}

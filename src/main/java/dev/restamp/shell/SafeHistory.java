package dev.restamp.shell;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines typed before, without the secrets in them: they are taken out before a line is kept, in memory too. */
final class SafeHistory extends DefaultHistory {
    private final Redactor redactor;

    SafeHistory(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public void add(Instant time, String line) {
        super.add(time, redactor.redact(line));
    }
}

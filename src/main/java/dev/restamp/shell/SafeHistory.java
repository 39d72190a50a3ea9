package dev.restamp.shell;

import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines typed before, without the secrets in them: they are taken out before a line is kept, in memory too. Of those
 * that can write none is ever suggested: Enter would be one key away.
 */
final class SafeHistory extends DefaultHistory {
    private final Redactor redactor;
    private final Predicate<String> writes;
    private boolean searching;

    /** @param writes whether a line is a command that can write */
    SafeHistory(Redactor redactor, Predicate<String> writes) {
        this.redactor = redactor;
        this.writes = writes;
    }

    @Override
    public void add(Instant time, String line) {
        super.add(time, redactor.redact(line));
    }

    /** Does a search that the user asked for. */
    boolean searching(BooleanSupplier search) {
        searching = true;
        try {
            return search.getAsBoolean();
        } finally {
            searching = false;
        }
    }

    /** JLine looks for a search and for a suggestion in here alike. */
    @Override
    public Iterator<Entry> reverseIterator(int index) {
        var all = super.reverseIterator(index);
        return searching
                ? all
                : StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false)
                        .filter(entry -> !writes.test(entry.line()))
                        .iterator();
    }
}

package dev.restamp.shell;

import dev.restamp.core.recognition.KnownTable;
import dev.restamp.shell.OpenConnection.Environment;
import java.util.Map;
import java.util.Optional;

/**
 * A connection that is to be opened.
 *
 * @param target a profile, a URL, {@code service=NAME} or libpq's keywords; empty for the one of the command line or the
 *     environment
 * @param name what to call it; empty for a name of its own making
 * @param label what kind of database it is; empty where that is not said
 * @param table where its version rows are, as far as that is said
 * @param keywords libpq's, and {@code role}: they go before what the target says
 * @param tracker whose version table is meant; empty where that is not said
 */
public record ConnectRequest(
        Optional<String> target,
        Optional<String> name,
        Optional<Environment> label,
        TableChoice table,
        Map<String, String> keywords,
        Optional<KnownTable> tracker) {
    public ConnectRequest {
        keywords = Map.copyOf(keywords);
    }

    /** What a command connects to that needs a database and finds none open. */
    public static final ConnectRequest DEFAULT = to(Optional.empty());

    public static ConnectRequest to(Optional<String> target) {
        return new ConnectRequest(
                target, Optional.empty(), Optional.empty(), TableChoice.NONE, Map.of(), Optional.empty());
    }

    /** The same under another name. */
    ConnectRequest named(String other) {
        return new ConnectRequest(target, Optional.of(other), label, table, keywords, tracker);
    }

    /** Not the target: it may hold a password. */
    @Override
    public String toString() {
        return "ConnectRequest";
    }
}

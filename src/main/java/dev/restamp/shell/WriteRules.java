package dev.restamp.shell;

import java.util.Optional;

/**
 * What the command line says about writing, for every command of the session.
 *
 * @param forbidden whether even stamp and undo are refused
 * @param confirmed the name of the database that may be written to without asking; a command's own word goes before it
 */
public record WriteRules(boolean forbidden, Optional<String> confirmed) {
    /** Nothing is said: each write asks. */
    public static final WriteRules ASK = new WriteRules(false, Optional.empty());
}

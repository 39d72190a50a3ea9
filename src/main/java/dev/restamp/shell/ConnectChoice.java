package dev.restamp.shell;

import dev.restamp.shell.OpenConnection.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the command line of the program says about connections.
 *
 * @param target a profile, a URL, {@code service=NAME} or libpq's keywords; empty for what the environment says
 * @param label what kind of database {@code target} is; empty where that is not said
 * @param timeout for one statement, on every connection
 * @param passwordFile holds the password of {@code target} and nothing else
 * @param asking whether a password is asked for
 * @param config whether {@code config.toml} may be read
 */
public record ConnectChoice(
        Optional<String> target,
        Optional<Environment> label,
        Optional<Duration> timeout,
        Optional<Path> passwordFile,
        Asking asking,
        boolean config) {
    /** Nothing was said. */
    public static final ConnectChoice NONE = new ConnectChoice(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Asking.IF_NEEDED, true);

    /** When a password is asked for. */
    public enum Asking {
        IF_NEEDED,
        /** {@code -W}: before anything else. */
        ALWAYS,
        /** {@code -w}. */
        NEVER
    }

    /** Not the target: it may hold a password. */
    @Override
    public String toString() {
        return "ConnectChoice";
    }
}

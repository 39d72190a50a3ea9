package dev.restamp.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of the XDG base directory specification, found through the environment: Java's {@code user.home} ignores
 * {@code $HOME}. Everything in them is for the user alone.
 */
public final class StateFolder {
    private final Path state;
    private final Path cache;
    private final Path config;

    /** Of databases: receipts and snapshots. */
    private final Path kept;

    private StateFolder(Path state, Path cache, Path config, Path kept) {
        this.state = state;
        this.cache = cache;
        this.config = config;
        this.kept = kept;
    }

    public static StateFolder of(Map<String, String> environment) {
        var state = folder(environment, "XDG_STATE_HOME", ".local/state");
        return new StateFolder(
                state,
                folder(environment, "XDG_CACHE_HOME", ".cache"),
                folder(environment, "XDG_CONFIG_HOME", ".config"),
                state);
    }

    /** The same while a practice runs: what is kept of databases, and profiles, are in its folder and go with it. */
    StateFolder practising(Path folder) {
        return new StateFolder(state, cache, folder, folder);
    }

    private static Path folder(Map<String, String> environment, String variable, String otherwise) {
        return absolute(environment, variable)
                .orElseGet(() -> absolute(environment, "HOME")
                        .orElseGet(() -> Path.of(System.getProperty("user.home")))
                        .resolve(otherwise))
                .resolve("restamp");
    }

    /** The specification wants a relative path ignored. It must not decide by where the program was started. */
    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
    }

    /** A folder, with a file for each project. */
    public Path history() {
        return state.resolve("history");
    }

    public Path log() {
        return state.resolve("restamp.log");
    }

    public Path receipts() {
        return kept.resolve("receipts");
    }

    /** Databases as they were, a folder for each connection. */
    public Path snapshots() {
        return kept.resolve("snapshots");
    }

    /** What the user has set down: profiles. */
    public Path config() {
        return config.resolve("config.toml");
    }

    /** How far the user has come in the lessons. */
    public Path progress() {
        return state.resolve("learn/progress.json");
    }

    /** Where practice servers live. */
    public Path practice() {
        return cache.resolve("practice");
    }

    /** Makes the file with mode 0600 before its first byte is written, and its folder with 0700. */
    public static Path secret(Path file) {
        try {
            secretFolder(file.toAbsolutePath().resolveSibling(""));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException already) {
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    static void secretFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}

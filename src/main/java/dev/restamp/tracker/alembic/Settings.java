package dev.restamp.tracker.alembic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys of a project's configuration, whatever file they stand in. */
interface Settings {
    /** The file, absolute. */
    Path file();

    /**
     * A text.
     *
     * @throws IllegalArgumentException if the value cannot be read
     */
    Optional<String> text(String key);

    /** A list, split as the file's own rules say; empty where the key is absent. */
    List<String> list(String key);

    boolean flag(String key);
}

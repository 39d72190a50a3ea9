package dev.restamp.tracker.alembic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys of a project's configuration, whatever file they stand in. */
interface Settings {
    /** The file, absolute. */
    Path file();

    /** Whether the key is there, be it empty. */
    boolean has(String key);

    /**
     * A text; an empty one counts as none.
     *
     * @throws IllegalArgumentException if the value cannot be read
     */
    Optional<String> text(String key);

    /**
     * A list, split as the file's own rules say; empty where the key is absent.
     *
     * @throws IllegalArgumentException if it is no list, or cannot be split
     */
    List<String> list(String key);

    /** @throws IllegalArgumentException if it must be true or false and is neither */
    boolean flag(String key);
}

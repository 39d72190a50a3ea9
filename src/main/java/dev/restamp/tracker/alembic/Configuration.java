package dev.restamp.tracker.alembic;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the scripts of a project are.
 *
 * @param file the configuration file
 * @param scripts the folder with {@code env.py}
 * @param versions the folders with the revisions, in the order they are read; some may not exist
 * @param recursive whether folders inside them are read too
 * @param notes what was read otherwise than the user may expect
 */
record Configuration(Path file, Path scripts, List<Path> versions, boolean recursive, List<String> notes) {
    Configuration {
        versions = List.copyOf(versions);
        notes = List.copyOf(notes);
    }
}

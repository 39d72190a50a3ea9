package dev.restamp.tracker.alembic;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the scripts of a project are.
 *
 * @param settings what it was read from
 * @param section the section of the ini file that describes it
 * @param home what paths are shown relative to
 * @param scripts the folder with {@code env.py}
 * @param versions the folders with the revisions, in the order they are read; all exist
 * @param recursive whether folders inside them are read too
 * @param sourceless whether compiled files count as revisions
 * @param roots where Python would look for the project's own packages
 * @param notes what was read otherwise than the user may expect
 */
record Configuration(
        Settings settings,
        String section,
        Path home,
        Path scripts,
        List<Path> versions,
        boolean recursive,
        boolean sourceless,
        List<Path> roots,
        List<String> notes) {
    Configuration {
        versions = List.copyOf(versions);
        roots = List.copyOf(roots);
        notes = List.copyOf(notes);
    }

    Path file() {
        return settings.file();
    }

    Path env() {
        return scripts.resolve("env.py");
    }

    /** A path for people: relative where it lies inside. */
    String shown(Path path) {
        var shown = path.startsWith(home) ? home.relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}

package dev.restamp.tracker.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project's configuration says. What it says about a database, a password too, is left out.
 *
 * @param file the configuration, or the changelog itself where there is none
 * @param home the folder Liquibase would be run in; names are shown from there
 * @param roots the folders in which names of files are looked for, in that order
 * @param changelog as Liquibase is told: {@code db/changelog/master.xml}
 * @param contexts as in {@code --context-filter}; empty for all
 * @param labels as in {@code --label-filter}; empty for all
 * @param parameters what is put in for <code>${name}</code>
 * @param defaultSchema of objects without one; empty where the connection decides
 * @param tables where Liquibase keeps its own rows
 * @param notes what was read otherwise than the user may expect
 */
record Settings(
        Path file,
        Path home,
        List<Path> roots,
        String changelog,
        Optional<String> contexts,
        Optional<String> labels,
        Map<String, String> parameters,
        Optional<String> defaultSchema,
        OwnTables tables,
        List<String> notes) {
    Settings {
        roots = List.copyOf(roots);
        parameters = Map.copyOf(parameters);
        notes = List.copyOf(notes);
    }

    /**
     * Liquibase's own tables.
     *
     * @param schema empty where the search path decides
     */
    record OwnTables(Optional<String> schema, String changelog, String lock) {}

    /** A file as people are told of it: from the project's folder where it is in it. */
    String shown(Path path) {
        return (path.startsWith(home) ? home.relativize(path) : path).toString().replace('\\', '/');
    }
}

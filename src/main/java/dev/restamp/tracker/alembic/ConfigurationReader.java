package dev.restamp.tracker.alembic;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.ProjectChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folders that a configuration names, without importing a package. */
final class ConfigurationReader {
    private final Settings settings;
    private final String section;
    private final Folders folders;
    private final List<String> notes;

    private ConfigurationReader(Settings settings, ProjectChoice choice) {
        this.settings = settings;
        this.section = choice.section().orElse(IniSettings.USUAL);
        this.folders = Folders.of(settings, choice);
        this.notes = new ArrayList<>(choice.notes());
    }

    /**
     * Follows the settings to the folders.
     *
     * @throws Problem if a setting cannot be read or names no folder
     */
    static Configuration read(Settings settings, ProjectChoice choice) {
        try {
            return new ConfigurationReader(settings, choice).read();
        } catch (IllegalArgumentException unreadable) {
            throw new Problem(
                    Exit.PROJECT,
                    settings.file() + " cannot be read: " + unreadable.getMessage(),
                    "correct the file; `alembic heads` would stumble over it too",
                    unreadable);
        }
    }

    private Configuration read() {
        var scripts = scripts();
        return new Configuration(
                settings,
                section,
                folders.home(),
                scripts,
                versions(scripts),
                settings.flag("recursive_version_locations"),
                settings.flag("sourceless"),
                folders.roots(scripts),
                notes);
    }

    private Path scripts() {
        var named = settings.text("script_location");
        if (named.isEmpty()) {
            return besideTheFile();
        }
        return folder(named.get())
                .orElseThrow(() -> new Problem(
                        Exit.PROJECT,
                        settings.file() + " says script_location = " + named.get() + ", and there is no such folder",
                        "run restamp in the folder in which you run alembic, or correct script_location"));
    }

    /** Flask-Migrate leaves the key out: the scripts are where the file is. */
    private Path besideTheFile() {
        var here = Folders.parent(settings.file());
        if (Files.exists(here.resolve("env.py")) && Files.isDirectory(here.resolve("versions"))) {
            return here;
        }
        throw new Problem(
                Exit.PROJECT,
                "no script_location in " + settings.file(),
                "name the folder with env.py and versions/ there: script_location = migrations");
    }

    /** Alembic passes over a folder that is not there. So do we, but not in silence. */
    private List<Path> versions(Path scripts) {
        var named = settings.list("version_locations");
        if (named.isEmpty()) {
            var usual = scripts.resolve("versions");
            return Stream.of(usual)
                    .filter(folder -> exists(folder, usual.toString()))
                    .toList();
        }
        return named.stream().flatMap(this::version).distinct().toList();
    }

    private Stream<Path> version(String name) {
        var folder = folder(name);
        exists(folder.orElse(Path.of("")), name);
        return folder.stream();
    }

    private boolean exists(Path folder, String name) {
        var exists = !folder.toString().isEmpty() && Files.isDirectory(folder);
        if (!exists) {
            notes.add("there is no folder " + name.strip() + " for revisions; it is passed over, as Alembic does");
        }
        return exists;
    }

    private Optional<Path> folder(String name) {
        var found = folders.named(name);
        if (found.size() > 1) {
            notes.add("\"" + name + "\" is " + found.getFirst() + "; " + found.get(1)
                    + " has that name too, and which one Alembic takes depends on where it is run");
        }
        return found.stream().findFirst();
    }
}

package dev.restamp.tracker.alembic;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folders that a configuration names, without importing a package. */
final class ConfigurationReader {
    private final Settings settings;
    private final Path home;
    private final Path current;
    private final List<String> notes = new ArrayList<>();

    private ConfigurationReader(Settings settings, Path current) {
        this.settings = settings;
        this.home = Optional.ofNullable(settings.file().getParent()).orElse(current);
        this.current = current;
    }

    /**
     * Follows the settings to the folders.
     *
     * @param current where relative paths are looked for after the folder of the configuration. Alembic looks only there,
     *     because it is run in the project's folder; a project opened from elsewhere must not find another one's scripts
     * @throws Problem if a setting cannot be read or names no folder
     */
    static Configuration read(Settings settings, Path current) {
        try {
            return new ConfigurationReader(settings, current).read();
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
        if (settings.flag("sourceless")) {
            notes.add("sourceless = true: revisions that are there as .pyc only are not read");
        }
        var named = settings.list("version_locations");
        var versions = named.isEmpty()
                ? List.of(scripts.resolve("versions"))
                : named.stream().map(this::folder).flatMap(Optional::stream).toList();
        return new Configuration(
                settings.file(), scripts, versions, settings.flag("recursive_version_locations"), notes);
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
        if (Files.exists(home.resolve("env.py")) && Files.isDirectory(home.resolve("versions"))) {
            return home;
        }
        throw new Problem(
                Exit.PROJECT,
                "no script_location in " + settings.file(),
                "name the folder with env.py and versions/ there: script_location = migrations");
    }

    private Optional<Path> folder(String name) {
        var path = Path.of(name.contains(":") ? name.replace(":", "/") : name);
        if (!name.contains(":") || Path.of(name).isAbsolute()) {
            return relative(Path.of(name));
        }
        var colon = name.indexOf(':');
        var inside = Path.of(name.substring(0, colon).replace('.', '/'))
                .resolve(path.toString().substring(colon + 1));
        return roots().map(root -> root.resolve(inside))
                .filter(Files::isDirectory)
                .map(Path::normalize)
                .findFirst();
    }

    private Optional<Path> relative(Path path) {
        var found = Stream.of(home.resolve(path), current.resolve(path))
                .map(Path::normalize)
                .distinct()
                .filter(Files::isDirectory)
                .toList();
        if (found.size() > 1) {
            notes.add("\"" + path + "\" is taken from " + home + "; the current folder " + current
                    + " has one of that name too, which Alembic would take when it is run there");
        }
        return found.stream().findFirst();
    }

    /** Where Python would look for a package, as far as the configuration tells. */
    private Stream<Path> roots() {
        var added = settings.list("prepend_sys_path").stream()
                .flatMap(entry -> Stream.of(current.resolve(entry), home.resolve(entry)));
        var usual = Stream.of(home, current, home.resolve("src"), current.resolve("src"));
        return Stream.concat(added, usual);
    }
}

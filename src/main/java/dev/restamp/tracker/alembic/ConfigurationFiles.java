package dev.restamp.tracker.alembic;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that configure a project. In a folder: {@code alembic.ini} over {@code pyproject.toml}, or Flask-Migrate's
 * {@code migrations/alembic.ini}. A file that is named stands for its kind, as behind {@code alembic -c}; the other kind
 * is then looked for in the current folder.
 */
final class ConfigurationFiles {
    private static final String INI = "alembic.ini";
    private static final String TOML = "pyproject.toml";

    private final ProjectChoice choice;
    private final String section;

    private ConfigurationFiles(ProjectChoice choice) {
        this.choice = choice;
        this.section = choice.section().orElse(IniSettings.USUAL);
    }

    /** A file is taken for what it is named as; what is in it is told when it is opened. */
    static boolean recognises(Path place) {
        if (Files.isRegularFile(place)) {
            return isToml(place) ? hasTable(place) : place.toString().endsWith(".ini");
        }
        return Files.isRegularFile(place.resolve(INI))
                || hasTable(place.resolve(TOML))
                || Files.isRegularFile(flask(place));
    }

    /** @throws Problem with {@code Exit.PROJECT} where there are none, or none that has the section */
    static Settings settings(ProjectChoice choice) {
        return new ConfigurationFiles(choice).settings();
    }

    private Settings settings() {
        var place = choice.place();
        if (Files.isRegularFile(place)) {
            return isToml(place) ? settings(beside(INI), place) : settings(place, beside(TOML));
        }
        var ini = place.resolve(INI);
        var usual = Files.isRegularFile(ini) || hasTable(place.resolve(TOML));
        return settings(usual ? ini : flask(place), place.resolve(TOML));
    }

    private Settings settings(Path iniFile, Path tomlFile) {
        var ini = TextFile.read(iniFile).map(text -> new IniSettings(iniFile, IniFile.parse(text), section));
        var toml = toml(tomlFile, ini.isPresent() && ini.get().has("script_location"));
        if (ini.isPresent() && toml.isEmpty()) {
            checkSection(ini.get());
        }
        return ini.isPresent() && toml.isPresent()
                ? new LayeredSettings(ini.get(), toml.get())
                : ini.<Settings>map(one -> one).or(() -> toml).orElseThrow(this::nothing);
    }

    /** Alembic before 1.16 does not open this file; where there is an ini that suffices, neither must its mistakes stop us. */
    private static Optional<Settings> toml(Path file, boolean dispensable) {
        try {
            return TextFile.read(file).flatMap(text -> TomlSettings.parse(file, text));
        } catch (IllegalArgumentException broken) {
            if (dispensable) {
                return Optional.empty();
            }
            throw new Problem(Exit.PROJECT, file + " is no TOML, " + broken.getMessage(), "correct the file", broken);
        }
    }

    private void checkSection(IniSettings ini) {
        var others = ini.ini().sectionsWith("script_location");
        if (!ini.has("script_location") && !others.isEmpty()) {
            throw new Problem(
                    Exit.PROJECT,
                    "[%s] of %s has no script_location; %s"
                            .formatted(
                                    section,
                                    ini.file(),
                                    others.size() == 1
                                            ? "section " + others.getFirst() + " has one"
                                            : "sections " + String.join(", ", others) + " have one each"),
                    "say which one: --name " + others.getFirst());
        }
    }

    private Problem nothing() {
        return new Problem(
                Exit.PROJECT,
                "no alembic.ini in " + choice.place(),
                "name the folder that holds alembic.ini, or a pyproject.toml with [tool.alembic]");
    }

    /** The file of the other kind, for a project within the current folder. */
    private Path beside(String name) {
        var folder = choice.place().startsWith(choice.current()) ? choice.current() : parent(choice.place());
        return folder.resolve(name);
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    private static Path flask(Path folder) {
        return folder.resolve("migrations").resolve(INI);
    }

    private static boolean isToml(Path file) {
        return file.toString().endsWith(".toml");
    }

    private static boolean hasTable(Path file) {
        try {
            return TextFile.read(file)
                    .flatMap(text -> TomlSettings.parse(file, text))
                    .isPresent();
        } catch (IllegalArgumentException broken) {
            return true; // it may be the one; what is wrong with it is told when it is opened
        }
    }
}

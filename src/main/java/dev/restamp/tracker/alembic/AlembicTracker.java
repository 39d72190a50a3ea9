package dev.restamp.tracker.alembic;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.Tracker;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Alembic, and Flask-Migrate on top of it. */
public final class AlembicTracker implements Tracker {
    @Override
    public String name() {
        return "alembic";
    }

    @Override
    public boolean recognises(Path folder) {
        return settings(folder).isPresent();
    }

    @Override
    public Project open(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        var settings = settings(home)
                .orElseThrow(() -> new Problem(
                        Exit.PROJECT,
                        "no alembic.ini in " + home,
                        "name the folder that holds alembic.ini, or a pyproject.toml with [tool.alembic]"));
        var current = Path.of("").toAbsolutePath();
        return AlembicProject.read(home, ConfigurationReader.read(settings, current));
    }

    /** The configuration in a folder: Alembic's own, or Flask-Migrate's one level down. */
    private static Optional<Settings> settings(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        return ini(home.resolve("alembic.ini"))
                .or(() -> toml(home.resolve("pyproject.toml")))
                .or(() -> ini(home.resolve("migrations").resolve("alembic.ini")));
    }

    private static Optional<Settings> ini(Path file) {
        return text(file).map(text -> new IniSettings(file, IniFile.parse(text)));
    }

    private static Optional<Settings> toml(Path file) {
        return text(file).flatMap(text -> TomlSettings.parse(file, text));
    }

    /** UTF-8, or where the bytes are none Latin-1: Python takes what the locale says, and the keys are ASCII. */
    private static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException notUtf8) {
            return latin(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static Optional<String> latin(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static Problem unreadable(Path file, IOException cause) {
        return new Problem(Exit.PROJECT, file + " cannot be read", "check the rights on the file", cause);
    }
}

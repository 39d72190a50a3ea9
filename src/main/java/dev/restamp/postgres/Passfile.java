package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseUrl.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** libpq's passfile: lines of {@code host:port:database:user:password}, where {@code *} matches all. */
final class Passfile {
    private final Path file;
    private final List<String> lines;
    private final List<String> notes;

    private Passfile(Path file, List<String> lines, List<String> notes) {
        this.file = file;
        this.lines = lines;
        this.notes = notes;
    }

    /** The file named, else {@code $HOME/.pgpass}; empty where it is missing or not private. */
    static Optional<Passfile> find(Optional<String> named, Map<String, String> environment, List<String> notes) {
        return named.or(() -> Optional.ofNullable(environment.get("HOME")).map(home -> home + "/.pgpass"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .flatMap(file -> open(file, notes));
    }

    private static Optional<Passfile> open(Path file, List<String> notes) {
        try {
            if (!PrivateFile.isPrivate(file)) {
                notes.add(PrivateFile.warning(file));
                return Optional.empty();
            }
            return Optional.of(new Passfile(file, Files.readAllLines(file), notes));
        } catch (IOException | UnsupportedOperationException failure) {
            notes.add(file + PrivateFile.UNUSED + failure.getMessage());
            return Optional.empty();
        }
    }

    /** The password of the first line that fits. */
    Optional<Secret> password(Host host, String database, String user) {
        var wanted = List.of(host.name(), Integer.toString(host.port()), database, user);
        var found = lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(Passfile::fields)
                .filter(fits(wanted))
                .map(fields -> Secret.of(fields.get(4)))
                .findFirst();
        found.ifPresent(_ -> notes.add("password from " + file));
        return found;
    }

    private static Predicate<List<String>> fits(List<String> wanted) {
        return fields -> {
            if (fields.size() < 5) {
                return false;
            }
            for (var i = 0; i < wanted.size(); i++) {
                if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Cuts at the first four colons; a backslash makes the next character an ordinary one. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < 4) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}

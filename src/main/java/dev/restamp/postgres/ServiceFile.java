package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** libpq's service files: sections of keywords, each a connection under a name. */
final class ServiceFile {
    private final Map<String, String> environment;

    ServiceFile(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A section of one of the files. */
    record Service(Path file, Map<String, String> keywords) {}

    /**
     * The section of that name: of {@code $PGSERVICEFILE} or {@code ~/.pg_service.conf}, else of the file in
     * {@code $PGSYSCONFDIR}.
     *
     * @throws Problem with {@code Exit.USAGE} where there is none, or it cannot be read
     */
    Service find(String name) {
        var files = files().filter(Files::isRegularFile).toList();
        return files.stream()
                .flatMap(file -> section(file, name).stream())
                .findFirst()
                .orElseThrow(() -> ConnectionCode.NO_SERVICE.problem(
                        Exit.USAGE,
                        "no service \"" + name + "\" in " + (files.isEmpty() ? "any service file" : inWords(files)),
                        "service files are $PGSERVICEFILE, ~/.pg_service.conf and $PGSYSCONFDIR/pg_service.conf"));
    }

    private Stream<Path> files() {
        var own = given("PGSERVICEFILE")
                .map(Path::of)
                .or(() -> given("HOME").map(home -> Path.of(home, ".pg_service.conf")));
        var systems = given("PGSYSCONFDIR").map(folder -> Path.of(folder, "pg_service.conf"));
        return Stream.of(own, systems).flatMap(Optional::stream);
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    private static Optional<Service> section(Path file, String name) {
        var keywords = new LinkedHashMap<String, String>();
        var found = false;
        var inside = false;
        var number = 0;
        for (var line : lines(file)) {
            number++;
            var text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                // The first section of a name counts, as in libpq.
                inside = !found && text.equals("[" + name + "]");
                found |= inside;
            } else if (inside && !text.isEmpty() && !text.startsWith("#")) {
                add(text, file, number, keywords);
            }
        }
        return found ? Optional.of(new Service(file, keywords)) : Optional.empty();
    }

    private static void add(String text, Path file, int number, Map<String, String> keywords) {
        var equals = text.indexOf('=');
        var keyword = equals < 0 ? text : text.substring(0, equals).strip();
        if (equals < 0 || keyword.equals("service") || keyword.startsWith("ldap")) {
            throw ConnectionCode.CANNOT_DO.problem(
                    Exit.USAGE,
                    file + " line " + number + ": restamp cannot do this",
                    "a line of a service is keyword=value; no service in a service, no LDAP");
        }
        keywords.put(keyword, text.substring(equals + 1).strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + file + ": " + failure.getMessage(), "", failure)
                    .coded(ConnectionCode.NO_SERVICE.code());
        }
    }

    private static String inWords(List<Path> files) {
        return String.join(" or ", files.stream().map(Path::toString).toList());
    }
}

package dev.restamp.tracker.liquibase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where something stands in the files. Liquibase does not keep it. */
final class Lines {
    private final Map<Path, String> texts = new HashMap<>();

    /** A line of a file, 1 for the first. */
    record Place(Path file, int line) {}

    /** The first line that has the text in it; the file that was read last goes first. */
    static Optional<Place> mentioning(List<Path> files, String text) {
        for (var file : files.reversed()) {
            var content = read(file);
            for (var part : List.of(text, text.substring(text.lastIndexOf('/') + 1))) {
                var at = part.isEmpty() ? -1 : content.indexOf(part);
                if (at >= 0) {
                    return Optional.of(new Place(file, line(content, at)));
                }
            }
        }
        return Optional.empty();
    }

    /** Where a change set begins; 0 where it cannot be found, because its id is put together perhaps. */
    int changeSet(Path file, String id, String author) {
        var text = texts.computeIfAbsent(file, Lines::read);
        var patterns = List.of(
                "<(?:\\w+:)?changeSet\\b(?=[^>]*\\bid\\s*=\\s*[\"']%1$s[\"'])(?=[^>]*\\bauthor\\s*=\\s*[\"']%2$s[\"'])",
                "(?mi)^\\s*--\\s*changeset\\s+\"?%2$s\"?:\"?%1$s\"?(?=\\s|$)",
                "(?m)(?<=[\\s{,])[\"']?id[\"']?\\s*:\\s*[\"']?%1$s[\"']?\\s*(?=[,}]|$)");
        for (var pattern : patterns) {
            var match = Pattern.compile(pattern.formatted(Pattern.quote(id), Pattern.quote(author)))
                    .matcher(text);
            if (match.find()) {
                return line(text, match.start());
            }
        }
        return 0;
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException notText) {
            return "";
        }
    }
}

package dev.restamp.shell.command;

import dev.restamp.postgres.ConnectionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What there is to explain besides commands: a page for each code of a finding, and the words of the field. */
public final class Topics {
    private Topics() {}

    /**
     * A page.
     *
     * @param code as it stands at the right edge of an answer: {@code VD101}
     * @param title what it says in a few words
     */
    public record Topic(String code, String title, List<String> lines) {
        public Topic {
            lines = List.copyOf(lines);
        }
    }

    /** A word of the field and what it means. */
    public record Term(String word, String meaning) {}

    /** Every page, in the order of the codes. */
    public static List<Topic> all() {
        var topics = new ArrayList<Topic>();
        var lines = new ArrayList<String>();
        for (var line : read("findings.txt").reversed()) {
            if (line.startsWith("= ")) {
                var title = line.substring(2).split(" ", 2);
                topics.addFirst(new Topic(title[0], title[1], lines.reversed()));
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        Arrays.stream(ConnectionCode.values()).map(Topics::topic).forEach(topics::add);
        return topics;
    }

    private static Topic topic(ConnectionCode code) {
        return new Topic(
                code.code(),
                "no connection",
                List.of(code.meaning(), "", "  connections and passwords: docs/connections.md"));
    }

    /** The page of that code, however it is written. */
    public static Optional<Topic> of(String code) {
        return all().stream()
                .filter(topic -> topic.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Every word, by the alphabet. */
    public static List<Term> glossary() {
        return read("glossary.txt").stream()
                .map(line -> line.split(": ", 2))
                .map(parts -> new Term(parts[0], parts[1]))
                .toList();
    }

    private static List<String> read(String resource) {
        try (var stream = Objects.requireNonNull(Topics.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

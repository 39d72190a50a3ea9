package dev.restamp.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a statement. What is longer than a line is a resource, so that it can be run and read as SQL. */
public record Sql(String text) {
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** Text as it stands in a statement, whatever {@code standard_conforming_strings} says. */
    public static String literal(String text) {
        var quoted = "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted : quoted;
    }

    /** A name as it stands in a statement, always in quotes. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The statement in a file that lies beside {@code reader}. */
    public static Sql beside(Class<?> reader, String file) {
        try (var resource = reader.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalArgumentException("no resource " + file + " beside " + reader.getName());
            }
            return new Sql(new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

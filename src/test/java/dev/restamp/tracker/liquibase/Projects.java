package dev.restamp.tracker.liquibase;

import dev.restamp.tracker.ProjectChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Projects drawn in a folder. */
record Projects(Path folder) {
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    /** The line of the first of the lines that {@link #xml} is given. */
    static final int FIRST_LINE = 6;

    Projects file(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            Files.writeString(file, text);
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** An XML changelog around these elements. */
    Projects xml(String name, String... elements) {
        return file(name, XML + String.join("\n", elements) + "\n</databaseChangeLog>\n");
    }

    /** A change set that makes a table of its own name. */
    static String table(String id, String more) {
        return "<changeSet id=\"%1$s\" author=\"jo\" %2$s><createTable tableName=\"%1$s\"><column name=\"id\" type=\"int\"/></createTable></changeSet>"
                .formatted(id, more);
    }

    LiquibaseProject open() {
        return open(folder);
    }

    LiquibaseProject open(Path place) {
        return LiquibaseProject.read(
                SettingsReader.read(new ProjectChoice(place, folder, Optional.empty(), List.of())));
    }

    static List<String> ids(LiquibaseProject project) {
        return project.graph().oldestFirst().stream()
                .map(revision -> revision.id())
                .toList();
    }
}

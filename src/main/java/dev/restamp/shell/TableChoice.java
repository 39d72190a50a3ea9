package dev.restamp.shell;

import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.Project.TablePart;
import java.util.List;
import java.util.Optional;

/** Where the version rows are, as far as the user has said: that goes before what the project says. */
public record TableChoice(Optional<String> schema, Optional<String> name) {
    /** Nothing was said. */
    public static final TableChoice NONE = new TableChoice(Optional.empty(), Optional.empty());

    public static final String SCHEMA_OPTION = "--schema";
    public static final String NAME_OPTION = "--version-table";

    /** The same, and where it says nothing the other. */
    public TableChoice or(TableChoice other) {
        return new TableChoice(schema.or(other::schema), name.or(other::name));
    }

    /** The table to read for a project. */
    public VersionTable table(Project project) {
        var said = project.versionTable();
        return said.called(schema.or(said::schema), name.orElse(said.name()));
    }

    /** What is assumed about the table and could be said, a sentence each. */
    public List<String> doubts(Project project) {
        return project.tableDoubts().stream()
                .filter(doubt -> said(doubt.part()).isEmpty())
                .map(doubt -> doubt.what() + "; " + option(doubt.part()) + " NAME says otherwise")
                .toList();
    }

    private Optional<String> said(TablePart part) {
        return switch (part) {
            case SCHEMA -> schema;
            case NAME -> name;
        };
    }

    private static String option(TablePart part) {
        return switch (part) {
            case SCHEMA -> SCHEMA_OPTION;
            case NAME -> NAME_OPTION;
        };
    }
}

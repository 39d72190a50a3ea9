package dev.restamp.practice;

import dev.restamp.core.revision.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** An Alembic project without a script, whose {@code env.py} knows no database but {@code $DATABASE_URL}. */
public final class BlankProject {
    /** Where its scripts are to be. */
    public static final String VERSIONS = "alembic/versions";

    private static final String HERE = "recorded";
    private static final String NO_TABLE = "VERSION_TABLE = {}";

    private BlankProject() {}

    /** Writes it to a folder that is there, and makes the folder for its scripts. */
    public static void write(Path folder, VersionTable table) throws IOException {
        var alembic = Files.createDirectories(folder.resolve(VERSIONS)).resolveSibling("");
        Files.writeString(folder.resolve("alembic.ini"), resource("alembic.ini"));
        Files.writeString(alembic.resolve("script.py.mako"), resource("script.py.mako"));
        Files.writeString(
                alembic.resolve("env.py"), resource("env.py").replace(NO_TABLE, "VERSION_TABLE = " + python(table)));
    }

    private static String resource(String name) {
        return ResourceFolder.open(resources -> Files.readString(resources.resolve(HERE, name)));
    }

    private static String python(VersionTable table) {
        var members = new ArrayList<String>();
        table.schema().ifPresent(schema -> members.add("\"version_table_schema\": " + python(schema)));
        if (!table.name().equals(VersionTable.ALEMBIC.name())) {
            members.add("\"version_table\": " + python(table.name()));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String python(String text) {
        var literal = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                literal.append('\\').append((char) unit);
            } else if (unit < ' ' || unit == 0x7f) {
                literal.append("\\x%02x".formatted(unit));
            } else {
                literal.append((char) unit);
            }
        });
        return literal.append('"').toString();
    }
}

package dev.restamp.core.revision;

import java.util.List;

/** What a tool's version table looks like. */
public interface TableForm {
    /** Alembic's: a row for each head that has been applied, and nothing else in it. */
    TableForm ALEMBIC = new AlembicForm();

    /** The columns that are read and written, the first of which no such table is without. */
    List<String> columns();

    /** The columns that tell one row from the others. */
    List<String> key();

    /** By which columns rows are read, as SQL; empty for the order of the server. */
    String order();

    /** Whether there is a row for each migration that ran, rather than for each head. */
    boolean isLog();

    /** The revisions that the rows stand for: of a log those that count as applied, each once, in the order they ran. */
    List<String> ids(List<TableRow> rows);

    /** What a row is about, whether it counts or not: an id, or what would be one. */
    String about(TableRow row);

    /**
     * The statements that make the table as the tool makes it.
     *
     * @param table as it stands in SQL
     * @param name the bare name, unquoted
     */
    List<String> create(String table, String name);
}

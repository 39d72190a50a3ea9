package dev.restamp.shell.command;

/** What a word on the command line stands for: it decides what Tab proposes. */
public enum Operand {
    REVISION,
    TABLE,
    /** SQL: tables, and the columns of those that it names. */
    STATEMENT,
    CONNECTION,
    /** What diff compares: a connection, revisions, a snapshot. */
    SIDE,
    /** A connection or a snapshot, or a table. */
    COUNTED,
    /** What a database may be held against: another one, a snapshot, a file. */
    EXPECTED,
    SNAPSHOT,
    /** The kinds of object that a database has. */
    KIND,
    PROFILE,
    URL,
    RECEIPT,
    FOLDER,
    FILE,
    /** A file of commands. */
    SCRIPT,
    COMMAND,
    FORMAT,
    SCENARIO,
    LESSON,
    /** A migration tool whose version table is known. */
    TRACKER,
    /** Free text, or a number: nothing to propose. */
    TEXT
}

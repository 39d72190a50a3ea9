package dev.restamp.shell.command;

/** What a word on the command line stands for: it decides what Tab proposes. */
public enum Operand {
    REVISION,
    TABLE,
    CONNECTION,
    URL,
    RECEIPT,
    FOLDER,
    FILE,
    COMMAND,
    SCENARIO,
    /** Free text, or a number: nothing to propose. */
    TEXT
}

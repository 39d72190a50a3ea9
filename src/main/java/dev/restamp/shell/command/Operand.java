package dev.restamp.shell.command;

/** What a word on the command line stands for: it decides what Tab proposes. */
public enum Operand {
    REVISION,
    TABLE,
    CONNECTION,
    PROFILE,
    URL,
    RECEIPT,
    FOLDER,
    FILE,
    COMMAND,
    FORMAT,
    SCENARIO,
    /** Free text, or a number: nothing to propose. */
    TEXT
}

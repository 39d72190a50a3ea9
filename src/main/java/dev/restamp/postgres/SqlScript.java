package dev.restamp.postgres;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file of SQL as psql reads it. Semicolons in strings, in dollar quotes and in comments end no statement.
 *
 * @param commands those of psql itself
 * @param unclosed the line where a string, a name or a comment begins that never ends: all behind it is part of it
 */
public record SqlScript(List<Statement> statements, List<Command> commands, OptionalInt unclosed) {
    public SqlScript {
        statements = List.copyOf(statements);
        commands = List.copyOf(commands);
    }

    public static SqlScript of(String text) {
        return new SqlSplitter(text).split();
    }

    /**
     * A statement without its semicolon, and without the comments before and after it.
     *
     * @param line of its first word, from 1
     * @param verb its first word in lower case, where it may be in parentheses; empty where it begins with none
     * @param comment the line directly above where that is a comment with two dashes, without the dashes and never blank
     */
    public record Statement(String text, int line, String verb, Optional<String> comment) {}

    /**
     * A command that begins with a backslash.
     *
     * @param text to the end of its line
     * @param line from 1
     */
    public record Command(String text, int line) {}
}

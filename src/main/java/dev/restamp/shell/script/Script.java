package dev.restamp.shell.script;

import java.util.List;
import java.util.stream.Stream;

/**
 * A script that was read, with the files it includes.
 *
 * @param file as it was named
 * @param sha256 of its bytes, in hexadecimal; those of the files it includes follow, in the order they are read
 * @param mistakes what could not be read; then it must not be run
 */
public record Script(String file, String sha256, List<Statement> statements, List<Mistake> mistakes) {
    public Script {
        statements = List.copyOf(statements);
        mistakes = List.copyOf(mistakes);
    }

    /** Every statement, those inside others too. */
    Stream<Statement> all() {
        return statements.stream().flatMap(Statement::all);
    }

    /** What receipts say of it. */
    String origin() {
        return file + " sha256:" + sha256;
    }

    /** Its file name without the folder and the ending: {@code repair-restored-shop}. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.restamp$", "");
    }
}

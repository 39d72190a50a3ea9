package dev.restamp.shell.script;

import java.util.List;
import java.util.Optional;

/**
 * A command of the shell as a script calls it.
 *
 * @param words at least one
 */
record Call(SourceLine line, List<Word> words) {
    Call {
        words = List.copyOf(words);
    }

    /** The words from the command's name on: without {@code @name} before it. */
    List<Word> command() {
        return connection().isPresent() && words.size() > 1 ? words.subList(1, words.size()) : words;
    }

    /** {@code @stage}: the word that sends this one command to another connection. */
    Optional<Word> connection() {
        return Optional.of(words.getFirst()).filter(word -> word.pattern().startsWith("@"));
    }

    /** The name of the command; a name made of variables is never one. */
    String name() {
        return command().getFirst().pattern();
    }

    /** Without the options that only say how to answer: the script reads the answer itself. */
    Call bare() {
        return new Call(
                line, words.stream().filter(word -> !word.isSign("--json")).toList());
    }
}

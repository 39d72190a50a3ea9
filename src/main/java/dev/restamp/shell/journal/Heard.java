package dev.restamp.shell.journal;

import dev.restamp.shell.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer, and which database it is about.
 *
 * @param at when it was given
 * @param line what it answers, as {@link Entry.Command#line}: also that of a script
 * @param answer with all its parts, also those that were shown before it ended
 * @param place empty where no connection was open
 */
public record Heard(Instant at, String line, Answer answer, Optional<Place> place) implements Moment {}

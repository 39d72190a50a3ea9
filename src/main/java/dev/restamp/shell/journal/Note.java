package dev.restamp.shell.journal;

import java.time.Instant;

/** What the user wanted remembered. */
public record Note(Instant at, String text) implements Moment {}

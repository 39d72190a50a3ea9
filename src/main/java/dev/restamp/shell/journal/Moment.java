package dev.restamp.shell.journal;

import java.time.Instant;

/** Something that was heard or noted, also by a command that has not ended yet. */
public sealed interface Moment permits Heard, Note {
    Instant at();
}

package dev.restamp.tracker;

import dev.restamp.core.Problem;
import java.nio.file.Path;

/** A migration tool whose projects can be read. Not sealed: a tool stands alone, {@link Trackers} lists them. */
public interface Tracker {
    /** Its name in lower case: {@code alembic}. */
    String name();

    /** Whether this folder holds the configuration of such a project. Reads names and first lines only. */
    boolean recognises(Path folder);

    /**
     * Reads the project in this folder without running any of it. A script that cannot be read does not stop the rest:
     * {@link Project#problems} names it.
     *
     * @throws Problem with {@code Exit.PROJECT} where the configuration itself cannot be understood
     */
    Project open(Path folder);
}

package dev.restamp.tracker;

import dev.restamp.core.Problem;
import java.nio.file.Path;

/** A migration tool whose projects can be read. Not sealed: a tool stands alone, {@link Trackers} lists them. */
public interface Tracker {
    /** Its name in lower case: {@code alembic}. */
    String name();

    /** The environment variable with which people choose a configuration: {@code ALEMBIC_CONFIG}. */
    String variable();

    /** Whether this folder holds the configuration of such a project, or this file is one. Reads no script. */
    boolean recognises(Path place);

    /**
     * Reads a project without running any of it. A script that cannot be read does not stop the rest:
     * {@link Project#problems} names it.
     *
     * @throws Problem with {@code Exit.PROJECT} where the configuration itself cannot be understood
     */
    Project open(ProjectChoice choice);

    /** The project in this folder, or that this file describes. */
    default Project open(Path place) {
        return open(ProjectChoice.of(place));
    }
}

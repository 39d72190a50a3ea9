package dev.restamp.tracker;

import dev.restamp.tracker.alembic.AlembicTracker;
import dev.restamp.tracker.flyway.FlywayTracker;
import dev.restamp.tracker.liquibase.LiquibaseTracker;
import java.util.List;

/** Every migration tool. A new one is added here and nowhere else. */
public final class Trackers {
    public static final List<Tracker> ALL = List.of(new AlembicTracker(), new LiquibaseTracker(), new FlywayTracker());

    private Trackers() {}
}

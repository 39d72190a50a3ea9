package dev.restamp.tracker.liquibase;

import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.Tracker;
import java.nio.file.Path;

/** Liquibase. Nothing here touches its library: the first project that is opened loads it. */
public final class LiquibaseTracker implements Tracker {
    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public String variable() {
        return "LIQUIBASE_DEFAULTS_FILE";
    }

    @Override
    public boolean recognises(Path place) {
        return ProjectFiles.recognises(place.toAbsolutePath().normalize());
    }

    @Override
    public Project open(ProjectChoice choice) {
        return LiquibaseProject.read(SettingsReader.read(choice));
    }
}

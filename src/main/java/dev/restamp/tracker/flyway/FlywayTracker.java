package dev.restamp.tracker.flyway;

import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.Tracker;
import java.nio.file.Path;

/** Flyway. Neither this class nor {@link ConfigurationFiles} touches the library: it is loaded by the first project. */
public final class FlywayTracker implements Tracker {
    @Override
    public String name() {
        return "flyway";
    }

    /** Several files may stand in it, with commas; then it is the first that names the project. */
    @Override
    public String variable() {
        return "FLYWAY_CONFIG_FILES";
    }

    @Override
    public boolean recognises(Path place) {
        return ConfigurationFiles.find(place.toAbsolutePath().normalize()).isPresent();
    }

    @Override
    public Project open(ProjectChoice choice) {
        return FlywayProject.read(choice);
    }
}

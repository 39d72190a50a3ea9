package dev.restamp.tracker.alembic;

import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.Tracker;
import java.nio.file.Path;

/** Alembic, and Flask-Migrate on top of it. */
public final class AlembicTracker implements Tracker {
    @Override
    public String name() {
        return "alembic";
    }

    @Override
    public String variable() {
        return "ALEMBIC_CONFIG";
    }

    @Override
    public boolean recognises(Path place) {
        return ConfigurationFiles.recognises(place.toAbsolutePath().normalize());
    }

    @Override
    public Project open(ProjectChoice choice) {
        return AlembicProject.read(ConfigurationReader.read(ConfigurationFiles.settings(choice), choice));
    }
}

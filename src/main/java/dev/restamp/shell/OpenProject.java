package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The project of a session: found or named, read when it is first needed, read again when its files change. */
final class OpenProject {
    /** Where objects go that scripts name without a schema, unless a connection says otherwise. */
    private static final String USUAL_SCHEMA = "public";

    private final ProjectSearch search;
    private final Map<String, Timeline> timelines = new HashMap<>();
    private Optional<Path> named = Optional.empty();
    private Optional<String> section = Optional.empty();
    private Optional<ProjectChoice> choice = Optional.empty();
    private Optional<Optional<Path>> place = Optional.empty();
    private Optional<Project> project = Optional.empty();
    private Optional<CompletableFuture<Project>> reading = Optional.empty();
    private Optional<CompletableFuture<Timeline>> following = Optional.empty();

    OpenProject(ProjectSearch search) {
        this.search = search;
    }

    /**
     * What to open when the project is first needed.
     *
     * @param where a folder or a configuration file; empty to look for one
     * @param part the section of the configuration
     */
    void lookFor(Optional<Path> where, Optional<String> part) {
        named = where;
        section = part;
    }

    /** @throws Problem with {@code Exit.PROJECT} where there is none, or its configuration cannot be understood */
    Project get() {
        if (project.isEmpty()) {
            var ahead = reading;
            // Also where it failed: what is looked for again may be there then.
            reading = Optional.empty();
            project = Optional.of(ahead.isPresent() ? joined(ahead.get()) : find());
        }
        return project.get();
    }

    /** The project, if it has been read already. */
    Optional<Project> ifRead() {
        return project;
    }

    /** Where it is, without reading it; empty where there is none, or more than one. */
    Optional<Path> place() {
        if (place.isEmpty()) {
            place = Optional.of(choice.or(this::chosen).map(ProjectChoice::place));
        }
        return place.get();
    }

    private Optional<ProjectChoice> chosen() {
        try {
            return Optional.of(choose());
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    /** Opens another one, or another section of the one that was named or is found. */
    Project open(Optional<Path> where, Optional<String> part) {
        var other = where.or(() -> named);
        return open(other.map(one -> search.named(one, part)).orElseGet(() -> search.find(part)));
    }

    private Project open(ProjectChoice other) {
        var opened = read(other);
        forget();
        project = Optional.of(opened);
        choice = Optional.of(other);
        return opened;
    }

    void forget() {
        project = Optional.empty();
        choice = Optional.empty();
        place = Optional.empty();
        timelines.clear();
        reading = Optional.empty();
        following = Optional.empty();
    }

    /** Reads it again if its files have changed; says whether they had. */
    boolean refresh() {
        var changed = project.filter(Project::hasChanged);
        changed.ifPresent(_ -> open(choice.orElseGet(this::choose)));
        return changed.isPresent();
    }

    /** What the revisions do, for a database with this default schema. */
    Timeline timeline(Optional<String> defaultSchema) {
        var schema = defaultSchema.orElse(USUAL_SCHEMA);
        var opened = get();
        if (schema.equals(USUAL_SCHEMA) && following.isPresent()) {
            timelines.put(schema, joined(following.get()));
            following = Optional.empty();
        }
        return timelines.computeIfAbsent(schema, key -> timeline(opened, key));
    }

    /** Scripts come from the disk and connections from the network: neither has to wait for the other. */
    void readAhead() {
        if (project.isEmpty() && reading.isEmpty()) {
            reading = Optional.of(CompletableFuture.supplyAsync(this::find));
        }
    }

    /** The same, and on to what the scripts do. */
    void followAhead() {
        readAhead();
        following = reading.map(ahead -> ahead.thenApply(opened -> timeline(opened, USUAL_SCHEMA)));
    }

    private static Timeline timeline(Project project, String schema) {
        return Timeline.of(project.graph(), project.effects(schema));
    }

    private static <T> T joined(CompletableFuture<T> ahead) {
        try {
            return ahead.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Project find() {
        return read(choose());
    }

    private ProjectChoice choose() {
        return named.map(where -> search.named(where, section)).orElseGet(() -> search.find(section));
    }

    private static Project read(ProjectChoice choice) {
        return ProjectSearch.tracker(choice.place())
                .orElseThrow(() -> nothing(choice.place()))
                .open(choice);
    }

    private static Problem nothing(Path place) {
        if (Files.isRegularFile(place)) {
            return new Problem(
                    Exit.PROJECT,
                    place + " configures no migration project",
                    "name alembic.ini, a pyproject.toml with [tool.alembic], liquibase.properties, a changelog, flyway.toml, or"
                            + " their folder");
        }
        return new Problem(
                Exit.PROJECT,
                Files.isDirectory(place) ? "no migration project in " + place : "there is no " + place,
                "name the folder that holds alembic.ini, liquibase.properties or flyway.toml, or the file itself");
    }
}

package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.Trackers;
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

    private final Path here;
    private final Map<String, Timeline> timelines = new HashMap<>();
    private Optional<Path> named = Optional.empty();
    private Optional<Project> project = Optional.empty();
    private Optional<CompletableFuture<Project>> reading = Optional.empty();
    private Optional<CompletableFuture<Timeline>> following = Optional.empty();

    /** @param here the folder the user is in; the project is looked for there and above */
    OpenProject(Path here) {
        this.here = here;
    }

    /** Where to look when the project is first needed, instead of the current folder. */
    void lookIn(Path folder) {
        named = Optional.of(folder);
    }

    /** @throws Problem with {@code Exit.PROJECT} where there is none, or its configuration cannot be understood */
    Project get() {
        if (project.isEmpty()) {
            project = Optional.of(reading.isPresent() ? joined(reading.get()) : find());
            reading = Optional.empty();
        }
        return project.get();
    }

    /** The project, if it has been read already. */
    Optional<Project> ifRead() {
        return project;
    }

    /** Opens another one. */
    Project open(Path folder) {
        var opened = read(folder);
        forget();
        project = Optional.of(opened);
        return opened;
    }

    void forget() {
        project = Optional.empty();
        timelines.clear();
        following = Optional.empty();
    }

    /** Reads it again if its files have changed; says whether they had. */
    boolean refresh() {
        var changed = project.filter(Project::hasChanged);
        changed.ifPresent(one -> open(one.configuration().resolveSibling("")));
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
        return named.isPresent() ? read(named.get()) : found();
    }

    private Project read(Path folder) {
        var where = here.resolve(folder).normalize();
        return Trackers.ALL.stream()
                .filter(tracker -> tracker.recognises(where))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Exit.PROJECT, "no migration project in " + folder, "name the folder that holds alembic.ini"))
                .open(where);
    }

    /** In the current folder or above it, up to the root of the repository. */
    private Project found() {
        for (Optional<Path> at = Optional.of(here); at.isPresent(); at = at.map(Path::getParent)) {
            var folder = at.get();
            if (Trackers.ALL.stream().anyMatch(tracker -> tracker.recognises(folder))) {
                return read(folder);
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        throw new Problem(
                Exit.PROJECT, "no migration project in " + here + " or above it", "name its folder: project DIR");
    }
}

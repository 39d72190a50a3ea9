package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.Tracker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The project of a session: found or named, read when it is first needed, read again when its files change. */
final class OpenProject {
    /** Where objects go that scripts name without a schema, unless a connection says otherwise. */
    private static final String USUAL_SCHEMA = "public";

    private final ProjectSearch search;
    private final Supplier<Optional<String>> wish;
    private final Map<String, Timeline> timelines = new HashMap<>();
    private Optional<Path> named = Optional.empty();
    private Optional<String> section = Optional.empty();
    private Optional<ProjectChoice> choice = Optional.empty();
    private final Map<Optional<String>, Optional<Path>> places = new HashMap<>();
    private Optional<Opened> project = Optional.empty();
    private Optional<Ahead> reading = Optional.empty();
    private Optional<CompletableFuture<Timeline>> following = Optional.empty();

    OpenProject(ProjectSearch search) {
        this(search, Optional::empty);
    }

    /** @param wish whose project is meant now, by its tracker's name; empty for any */
    OpenProject(ProjectSearch search, Supplier<Optional<String>> wish) {
        this.search = search;
        this.wish = wish;
    }

    /** A project and who has read it. */
    private record Opened(Project project, Tracker tracker) {}

    /** What is read before it is asked for, and whose project was meant then. */
    private record Ahead(Optional<String> tool, CompletableFuture<Opened> project) {}

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
            forgetAheadOfOthers();
            var ahead = reading;
            // Also where it failed: what is looked for again may be there then.
            reading = Optional.empty();
            project = Optional.of(ahead.isPresent() ? joined(ahead.get().project()) : find(wish.get()));
        }
        return project.get().project();
    }

    /** The project, if it has been read already. */
    Optional<Project> ifRead() {
        return project.map(Opened::project);
    }

    /** Whose it is; empty where there is none, or more than one. */
    Optional<String> tracker() {
        return project.map(Opened::tracker)
                .or(() -> place().flatMap(where -> search.onlyTracker(where, wish.get())))
                .map(Tracker::name);
    }

    /** Whether none is open and none can be found, of the tool that is meant; one that was named is looked at first. */
    boolean isNowhere() {
        return project.isEmpty() && named.isEmpty() && search.isInVain(wish.get());
    }

    /** Where it is, without reading it; empty where there is none, or more than one. */
    Optional<Path> place() {
        return places.computeIfAbsent(wish.get(), _ -> choice.or(this::chosen).map(ProjectChoice::place));
    }

    private Optional<ProjectChoice> chosen() {
        try {
            return Optional.of(choose(wish.get()));
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    /** Opens another one, or another section of the one that was named or is found. */
    Project open(Optional<Path> where, Optional<String> part) {
        return open(where, part, wish.get());
    }

    /** The same of a certain tool. */
    Project open(Optional<Path> where, Optional<String> part, Optional<String> tool) {
        var other = where.or(() -> named);
        return open(other.map(one -> search.named(one, part)).orElseGet(() -> search.find(part, tool)), tool);
    }

    private Project open(ProjectChoice other, Optional<String> tool) {
        var opened = read(other, tool);
        forget();
        project = Optional.of(opened);
        choice = Optional.of(other);
        return opened.project();
    }

    void forget() {
        project = Optional.empty();
        choice = Optional.empty();
        places.clear();
        timelines.clear();
        reading = Optional.empty();
        following = Optional.empty();
    }

    /** Reads it again if its files have changed; says whether they had. */
    boolean refresh() {
        // Where there was none there may be one now.
        places.values().removeIf(Optional::isEmpty);
        var changed = project.filter(opened -> opened.project().hasChanged());
        changed.ifPresent(opened -> {
            var same = Optional.of(opened.tracker().name());
            open(choice.orElseGet(() -> choose(same)), same);
        });
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
        forgetAheadOfOthers();
        if (project.isEmpty() && reading.isEmpty()) {
            var tool = wish.get();
            reading = Optional.of(new Ahead(tool, CompletableFuture.supplyAsync(() -> find(tool))));
        }
    }

    /** Another tool may be meant by now. */
    private void forgetAheadOfOthers() {
        if (reading.filter(ahead -> !ahead.tool().equals(wish.get())).isPresent()) {
            reading = Optional.empty();
            following = Optional.empty();
        }
    }

    /** The same, and on to what the scripts do. */
    void followAhead() {
        readAhead();
        following = reading.map(ahead -> ahead.project().thenApply(opened -> timeline(opened.project(), USUAL_SCHEMA)));
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

    private Opened find(Optional<String> tool) {
        return read(choose(tool), tool);
    }

    private ProjectChoice choose(Optional<String> tool) {
        return named.map(where -> search.named(where, section)).orElseGet(() -> search.find(section, tool));
    }

    private Opened read(ProjectChoice choice, Optional<String> tool) {
        var tracker = search.tracker(choice.place(), tool).orElseThrow(() -> nothing(choice.place()));
        return new Opened(tracker.open(choice), tracker);
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

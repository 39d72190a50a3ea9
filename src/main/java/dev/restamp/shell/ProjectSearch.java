package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Scenario;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.Tracker;
import dev.restamp.tracker.Trackers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the project of a user who has not named one: what the tool's own variable names, then the current folder, then
 * above it up to the root of the repository, then below it.
 */
final class ProjectSearch {
    /** {@code backend/alembic.ini} and {@code services/shop/alembic.ini} are found, nothing further down. */
    private static final int DEEPEST = 2;

    private static final int LONGEST_LIST = 5;
    private static final Set<String> NO_SOURCES = Set.of("node_modules", "site-packages", "venv", "__pycache__");

    private final Path here;
    private final Map<String, String> environment;
    private final List<Tracker> trackers;

    /** @param here the folder the user is in */
    ProjectSearch(Path here, Map<String, String> environment) {
        this(here, environment, Trackers.ALL);
    }

    ProjectSearch(Path here, Map<String, String> environment, List<Tracker> trackers) {
        this.here = here;
        this.environment = environment;
        this.trackers = List.copyOf(trackers);
    }

    /** What a user means who names a folder or a file. */
    ProjectChoice named(Path place, Optional<String> section) {
        return choice(here.resolve(place), section, List.of());
    }

    /**
     * @param tool whose project is meant; empty for any
     * @throws Problem with {@code Exit.PROJECT} where there is none, or more than one below
     */
    ProjectChoice find(Optional<String> section, Optional<String> tool) {
        var variable = fromEnvironment(section, tool);
        if (variable.isPresent()) {
            return variable.get();
        }
        return above(tool)
                .map(folder -> choice(folder, section, foundAbove(folder, tool)))
                .orElseGet(() -> {
                    var folder = onlyOneBelow(tool);
                    return choice(folder, section, foundBelow(folder, tool));
                });
    }

    /** Whether there is no project to be found, not even too many. */
    boolean isInVain(Optional<String> tool) {
        return wished(tool).stream().allMatch(tracker -> variable(tracker).isEmpty())
                && above(tool).isEmpty()
                && below(here, 1, tool).findAny().isEmpty();
    }

    /**
     * The tracker that can read what is in this place; empty where none can.
     *
     * @throws Problem with {@code Exit.PROJECT} where several can and it was not said which is meant
     */
    Optional<Tracker> tracker(Path place, Optional<String> tool) {
        var able = able(place, tool);
        if (able.size() > 1) {
            var names = able.stream().map(Tracker::name).toList();
            throw new Problem(
                    Exit.PROJECT,
                    "%s holds projects of several tools: %s".formatted(place, String.join(", ", names)),
                    "say which one is meant: " + TrackerWish.OPTION + " " + names.getFirst());
        }
        return able.stream().findFirst();
    }

    /** The same; empty also where several can. */
    Optional<Tracker> onlyTracker(Path place, Optional<String> tool) {
        var able = able(place, tool);
        return able.size() == 1 ? Optional.of(able.getFirst()) : Optional.empty();
    }

    private List<Tracker> able(Path place, Optional<String> tool) {
        return wished(tool).stream()
                .filter(tracker -> tracker.recognises(place))
                .toList();
    }

    private List<Tracker> wished(Optional<String> tool) {
        return trackers.stream()
                .filter(tracker -> tool.isEmpty() || tool.get().equals(tracker.name()))
                .toList();
    }

    private ProjectChoice choice(Path place, Optional<String> section, List<String> notes) {
        return new ProjectChoice(place, here, section, notes);
    }

    private Optional<ProjectChoice> fromEnvironment(Optional<String> section, Optional<String> tool) {
        for (var tracker : wished(tool)) {
            var value = variable(tracker);
            if (!value.isEmpty()) {
                var file = here.resolve(value);
                if (!Files.isRegularFile(file)) {
                    throw new Problem(
                            Exit.PROJECT,
                            "$" + tracker.variable() + " names " + value + ", and there is no such file",
                            "correct or unset it, or name the project: --project DIR");
                }
                return Optional.of(choice(file, section, List.of()));
            }
        }
        return Optional.empty();
    }

    private String variable(Tracker tracker) {
        return environment.getOrDefault(tracker.variable(), "");
    }

    private List<String> foundAbove(Path folder, Optional<String> tool) {
        return folder.equals(here)
                ? List.of()
                : List.of("the project is in " + folder + ", above the current folder" + runThere(folder, tool));
    }

    private List<String> foundBelow(Path folder, Optional<String> tool) {
        return List.of(
                "the project is in " + here.relativize(folder) + ", below the current folder" + runThere(folder, tool));
    }

    private String runThere(Path folder, Optional<String> tool) {
        return "; run " + able(folder, tool).getFirst().name() + " there";
    }

    /** In the current folder or above it, up to the root of the repository. */
    private Optional<Path> above(Optional<String> tool) {
        for (Optional<Path> at = Optional.of(here); at.isPresent(); at = at.map(Path::getParent)) {
            var folder = at.get();
            if (!able(folder, tool).isEmpty()) {
                return at;
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        return Optional.empty();
    }

    private Path onlyOneBelow(Optional<String> tool) {
        var below = below(here, 1, tool).toList();
        if (below.size() == 1) {
            return below.getFirst();
        }
        if (below.isEmpty()) {
            throw new Problem(
                    Exit.PROJECT,
                    "no %s project in %s, above it or below it".formatted(tool.orElse("migration"), here),
                    "name its folder, its alembic.ini, liquibase.properties or flyway.toml: project DIR");
        }
        var names = below.stream()
                .limit(LONGEST_LIST)
                .map(folder -> here.relativize(folder).toString())
                .toList();
        throw new Problem(
                Exit.PROJECT,
                "%d migration projects below %s: %s%s"
                        .formatted(
                                below.size(), here, String.join(", ", names), below.size() > names.size() ? ", …" : ""),
                "name one: --project " + names.getFirst() + ", or in the shell: project " + names.getFirst());
    }

    private Stream<Path> below(Path folder, int depth, Optional<String> tool) {
        return folders(folder).stream().flatMap(inner -> {
            if (!able(inner, tool).isEmpty()) {
                return Stream.of(inner);
            }
            return depth < DEEPEST ? below(inner, depth + 1, tool) : Stream.empty();
        });
    }

    private static List<Path> folders(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.filter(one -> !isNoSource(String.valueOf(one.getFileName())))
                    .filter(Files::isDirectory)
                    .filter(one -> !Scenario.isIn(one))
                    .sorted()
                    .toList();
        } catch (IOException forbidden) {
            return List.of();
        }
    }

    private static boolean isNoSource(String name) {
        return name.startsWith(".") || NO_SOURCES.contains(name);
    }
}

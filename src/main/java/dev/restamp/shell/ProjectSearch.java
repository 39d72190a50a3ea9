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

    /** @param here the folder the user is in */
    ProjectSearch(Path here, Map<String, String> environment) {
        this.here = here;
        this.environment = environment;
    }

    /** What a user means who names a folder or a file. */
    ProjectChoice named(Path place, Optional<String> section) {
        return choice(here.resolve(place), section, List.of());
    }

    /** @throws Problem with {@code Exit.PROJECT} where there is none, or more than one below */
    ProjectChoice find(Optional<String> section) {
        var variable = fromEnvironment(section);
        if (variable.isPresent()) {
            return variable.get();
        }
        return above().map(folder -> choice(folder, section, foundAbove(folder)))
                .orElseGet(() -> {
                    var folder = onlyOneBelow();
                    return choice(folder, section, foundBelow(folder));
                });
    }

    /** The tracker that can read it. */
    static Optional<Tracker> tracker(Path place) {
        return Trackers.ALL.stream()
                .filter(tracker -> tracker.recognises(place))
                .findFirst();
    }

    private ProjectChoice choice(Path place, Optional<String> section, List<String> notes) {
        return new ProjectChoice(place, here, section, notes);
    }

    private Optional<ProjectChoice> fromEnvironment(Optional<String> section) {
        for (var tracker : Trackers.ALL) {
            var value = environment.getOrDefault(tracker.variable(), "");
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

    private List<String> foundAbove(Path folder) {
        return folder.equals(here)
                ? List.of()
                : List.of("the project is in " + folder + ", above the current folder; run its tool there");
    }

    private List<String> foundBelow(Path folder) {
        return List.of(
                "the project is in " + here.relativize(folder) + ", below the current folder; run its tool there");
    }

    /** In the current folder or above it, up to the root of the repository. */
    private Optional<Path> above() {
        for (Optional<Path> at = Optional.of(here); at.isPresent(); at = at.map(Path::getParent)) {
            var folder = at.get();
            if (tracker(folder).isPresent()) {
                return at;
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        return Optional.empty();
    }

    private Path onlyOneBelow() {
        var below = below(here, 1).toList();
        if (below.size() == 1) {
            return below.getFirst();
        }
        if (below.isEmpty()) {
            throw new Problem(
                    Exit.PROJECT,
                    "no migration project in " + here + ", above it or below it",
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

    private static Stream<Path> below(Path folder, int depth) {
        return folders(folder).stream().flatMap(inner -> {
            if (tracker(inner).isPresent()) {
                return Stream.of(inner);
            }
            return depth < DEEPEST ? below(inner, depth + 1) : Stream.empty();
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

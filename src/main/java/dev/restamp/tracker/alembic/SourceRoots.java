package dev.restamp.tracker.alembic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The folders in which the modules of a project lie, as far as they can be told without running it. */
final class SourceRoots {
    private SourceRoots() {}

    /** Beside the configuration, in its {@code src}, and where the packages start that the scripts lie in. */
    static List<Path> of(Path home, Configuration configuration) {
        Set<Path> roots = new LinkedHashSet<>(List.of(home, home.resolve("src")));
        var inside = new ArrayList<>(configuration.versions());
        inside.add(configuration.scripts());
        inside.add(home);
        inside.forEach(folder -> roots.add(packageRoot(folder.toAbsolutePath().normalize())));
        return List.copyOf(roots);
    }

    /** The first folder upwards that is not part of a package. */
    private static Path packageRoot(Path folder) {
        var root = folder;
        while (Files.exists(root.resolve("__init__.py")) && root.getParent() != null) {
            root = root.getParent();
        }
        return root;
    }
}

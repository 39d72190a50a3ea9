package dev.restamp.tracker.liquibase;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor.SearchOptions;

/** The files of a project as Liquibase reads them: only those in its folders. It remembers which were asked for. */
final class ProjectAccessor extends AbstractResourceAccessor {
    private final Settings settings;
    private final List<DirectoryResourceAccessor> roots = new ArrayList<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final SortedSet<String> outside = new TreeSet<>();

    ProjectAccessor(Settings settings) {
        this.settings = settings;
        for (var root : settings.roots()) {
            try {
                roots.add(new DirectoryResourceAccessor(root));
            } catch (FileNotFoundException gone) {
                // A folder of the search path that is not there holds nothing.
            }
        }
    }

    /** The files that were read, in the order in which they were first asked for. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** The names that lead out of the project's folders; they were not read. */
    List<String> outside() {
        return List.copyOf(outside);
    }

    @Override
    public List<Resource> getAll(String name) throws IOException {
        for (var root : roots) {
            var found = root.getAll(SettingsReader.onClassPath(name));
            if (found != null && !found.isEmpty()) {
                return within(found, name);
            }
        }
        return List.of();
    }

    @Override
    public List<Resource> search(String folder, SearchOptions options) throws IOException {
        for (var root : roots) {
            var found = root.search(SettingsReader.onClassPath(folder), options);
            if (!found.isEmpty()) {
                return within(found, folder);
            }
        }
        return List.of();
    }

    @Override
    public List<Resource> search(String folder, boolean recursive) throws IOException {
        var options = new SearchOptions();
        options.setRecursive(recursive);
        return search(folder, options);
    }

    @Override
    public List<String> describeLocations() {
        return settings.roots().stream().map(Path::toString).toList();
    }

    @Override
    public void close() {
        // The folders stay open to nobody.
    }

    private List<Resource> within(List<Resource> found, String name) {
        var allowed = new ArrayList<Resource>();
        for (var resource : found) {
            var file = Path.of(resource.getUri()).normalize();
            if (isWithin(file)) {
                files.add(file);
                allowed.add(resource);
            } else {
                outside.add(name);
            }
        }
        return allowed;
    }

    /** What is read is shown, so a name may not lead to just any file. */
    private boolean isWithin(Path file) {
        return settings.roots().stream().anyMatch(file::startsWith) || file.startsWith(settings.home());
    }
}

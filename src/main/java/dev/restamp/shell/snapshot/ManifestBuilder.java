package dev.restamp.shell.snapshot;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.rows.RowCount;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.snapshot.Manifest.ProjectMark;
import dev.restamp.shell.snapshot.Manifest.TableMark;
import dev.restamp.tracker.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/** Puts together what was read of a database in one snapshot. */
public final class ManifestBuilder {
    private ManifestBuilder() {}

    /**
     * @param counts of all tables; empty where they were not counted
     * @param version what the version table said; empty where no project says which it is
     */
    public static Manifest manifest(
            Instant taken,
            OpenConnection connection,
            CatalogSnapshot catalog,
            List<RowCount> counts,
            Optional<VersionTableInfo> version,
            Optional<Project> project) {
        var server = connection.database().server();
        return new Manifest(
                taken,
                connection.name(),
                server.database(),
                server.systemIdentifier(),
                server.version(),
                version.map(table -> table.table().sql()),
                version.map(table -> table.rows().ids()).orElse(List.of()),
                project.map(ManifestBuilder::mark),
                tables(catalog, counts),
                Fingerprint.of(catalog),
                catalog);
    }

    private static ProjectMark mark(Project project) {
        var graph = project.graph();
        return new ProjectMark(
                GitCommit.of(project.configuration()),
                graph.realHeads(),
                graph.revisions().size(),
                Fingerprint.ofLines(lines(graph)));
    }

    private static List<String> lines(RevisionGraph graph) {
        return graph.revisions().stream()
                .map(revision -> revision.id() + " " + String.join(",", revision.downRevisions()))
                .sorted()
                .toList();
    }

    private static SequencedMap<String, TableMark> tables(CatalogSnapshot catalog, List<RowCount> counts) {
        var rows = new HashMap<List<String>, OptionalLong>();
        counts.forEach(count -> rows.put(count.table().path(), count.rows()));
        var columns = parts(catalog, CatalogKind.COLUMN);
        var indexes = indexes(catalog);
        var tables = new LinkedHashMap<String, TableMark>();
        catalog.objects().stream()
                .filter(object -> object.kind() == CatalogKind.TABLE)
                .map(CatalogObject::path)
                .sorted((one, other) -> String.join(".", one).compareTo(String.join(".", other)))
                .forEach(path -> tables.put(
                        String.join(".", path),
                        new TableMark(
                                rows.getOrDefault(path, OptionalLong.empty()),
                                rows.getOrDefault(path, OptionalLong.empty()).isPresent(),
                                Fingerprint.of(columns.getOrDefault(path, List.of()).stream()),
                                indexes.getOrDefault(path, List.of()))));
        return tables;
    }

    /** An index of a constraint has its name. */
    private static Map<List<String>, List<String>> indexes(CatalogSnapshot catalog) {
        var names = new HashMap<List<String>, List<String>>();
        for (var kind : List.of(CatalogKind.CONSTRAINT, CatalogKind.INDEX)) {
            parts(catalog, kind)
                    .forEach((table, parts) -> parts.stream()
                            .filter(ManifestBuilder::hasIndex)
                            .forEach(part -> names.computeIfAbsent(table, _ -> new ArrayList<>())
                                    .add(part.path().getLast())));
        }
        names.values().forEach(list -> list.sort(null));
        return names;
    }

    private static boolean hasIndex(CatalogObject object) {
        return object.kind() == CatalogKind.INDEX
                || object.property("kind")
                        .filter(List.of("primary key", "unique", "exclude")::contains)
                        .isPresent();
    }

    private static Map<List<String>, List<CatalogObject>> parts(CatalogSnapshot catalog, CatalogKind kind) {
        var parts = new HashMap<List<String>, List<CatalogObject>>();
        catalog.objects().stream()
                .filter(object -> object.kind() == kind)
                .forEach(object -> parts.computeIfAbsent(object.path().subList(0, 2), _ -> new ArrayList<>())
                        .add(object));
        return parts;
    }
}

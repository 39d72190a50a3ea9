package dev.restamp.shell.snapshot;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.snapshot.Manifest.ProjectMark;
import dev.restamp.shell.snapshot.Manifest.TableMark;
import dev.restamp.tracker.Project;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what was read of a database in one snapshot. */
public final class ManifestBuilder {
    private ManifestBuilder() {}

    /**
     * @param counts of all tables; empty where they were not counted
     * @param content of all tables; empty where nobody asked for it
     * @param version what the version table said; empty where no project says which it is
     */
    public static Manifest manifest(
            Instant taken,
            OpenConnection connection,
            CatalogSnapshot catalog,
            List<RowCount> counts,
            Map<ObjectKey, Optional<Fingerprint>> content,
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
                tables(catalog, counts, content),
                SchemaSum.of(catalog),
                catalog);
    }

    private static ProjectMark mark(Project project) {
        var graph = project.graph();
        return new ProjectMark(
                GitCommit.of(project.configuration()),
                graph.realHeads(),
                graph.revisions().size(),
                SchemaSum.ofLines(lines(graph)));
    }

    private static List<String> lines(RevisionGraph graph) {
        return graph.revisions().stream()
                .map(revision -> revision.id() + " " + String.join(",", revision.downRevisions()))
                .sorted()
                .toList();
    }

    private static SequencedMap<String, TableMark> tables(
            CatalogSnapshot catalog, List<RowCount> counts, Map<ObjectKey, Optional<Fingerprint>> content) {
        var rows =
                counts.stream().collect(Collectors.toMap(count -> count.table().path(), RowCount::rows));
        var tables = new TreeMap<String, TableMark>();
        catalog.objects().stream()
                .filter(object -> object.kind() == CatalogKind.TABLE)
                .map(CatalogObject::path)
                .forEach(path -> tables.put(
                        String.join(".", path),
                        mark(
                                catalog.parts(path),
                                rows.getOrDefault(path, OptionalLong.empty()),
                                content.getOrDefault(new ObjectKey(Kind.TABLE, path), Optional.empty()))));
        return tables;
    }

    private static TableMark mark(List<CatalogObject> parts, OptionalLong rows, Optional<Fingerprint> content) {
        return new TableMark(
                rows,
                rows.isPresent(),
                content.map(SavedRows::text),
                SchemaSum.of(parts.stream().filter(part -> part.kind() == CatalogKind.COLUMN)),
                parts.stream()
                        .filter(ManifestBuilder::hasIndex)
                        .map(part -> part.path().getLast())
                        .sorted()
                        .toList());
    }

    /** An index of a constraint has its name. */
    private static boolean hasIndex(CatalogObject object) {
        return switch (object.kind()) {
            case INDEX -> true;
            case CONSTRAINT ->
                object.property("kind")
                        .filter(List.of("primary key", "unique", "exclude")::contains)
                        .isPresent();
            default -> false;
        };
    }
}

package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.snapshot.Manifest;
import dev.restamp.shell.snapshot.Manifest.ProjectMark;
import dev.restamp.shell.snapshot.Manifest.TableMark;
import dev.restamp.shell.snapshot.Manifests;
import dev.restamp.shell.snapshot.SnapshotStore.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code snapshot} says. */
final class SnapshotReport {
    private SnapshotReport() {}

    /** @param content whether fingerprints were asked for */
    static Report saved(Kept kept, Manifest manifest, boolean content) {
        var report = Report.builder()
                .line(Text.of("saved  ")
                        .and(kept.name(), Style.STRONG)
                        .and("    " + row(manifest) + ", " + manifest.tables().size() + " tables, " + rows(manifest)))
                .line(Text.of("       schema sha256 " + manifest.sha256(), Style.FAINT))
                .line(Text.of("       " + kept.file() + "   readable by you alone, no row contents", Style.FAINT));
        var uncounted = manifest.tables().values().stream()
                .filter(table -> table.rows().isEmpty())
                .count();
        if (uncounted > 0 && uncounted < manifest.tables().size()) {
            report.line(Text.of(uncounted + " tables were not counted: partitions, or not readable", Style.WARN));
        }
        var fingerprints = manifest.tables().values().stream()
                .filter(table -> table.content().isPresent())
                .count();
        if (content) {
            report.line(
                    fingerprints == 0
                            ? Text.of(
                                    "no fingerprint was kept: no table, or the server is not in UTF-8 or hashes otherwise",
                                    Style.WARN)
                            : Text.of("       fingerprints of " + fingerprints + " tables", Style.FAINT));
        }
        return report.json("snapshot", json(kept, manifest)).build(Exit.OK);
    }

    static Report list(List<Kept> all) {
        var report = Report.builder();
        var rows = new ArrayList<List<Text>>();
        var objects = new ArrayList<Map<String, @Nullable Object>>();
        for (var kept : all) {
            try {
                var manifest = kept.manifest();
                rows.add(List.of(
                        Text.of(kept.name(), Style.STRONG),
                        Text.of(kept.place()),
                        Text.of(manifest.taken().toString()),
                        Text.of(row(manifest)),
                        Text.of(Numbers.grouped(manifest.tables().size())),
                        Text.of(rows(manifest))));
                objects.add(json(kept, manifest));
            } catch (Problem unreadable) {
                rows.add(List.of(
                        Text.of(kept.name(), Style.STRONG),
                        Text.of(kept.place()),
                        Text.of(unreadable.what(), Style.BAD),
                        Text.EMPTY,
                        Text.EMPTY,
                        Text.EMPTY));
            }
        }
        report.listed("snapshots", objects);
        if (all.isEmpty()) {
            return report.line("no snapshot is kept yet: snapshot save NAME").build(Exit.OK);
        }
        var heads = List.of(
                Head.left("snapshot"),
                Head.left("of"),
                Head.left("taken"),
                Head.left("row"),
                Head.right("tables"),
                Head.right("rows"));
        return report.block(new Grid(heads, rows)).build(Exit.OK);
    }

    static Report show(Kept kept) {
        var manifest = kept.manifest();
        var fields = new ArrayList<Block.Field>();
        fields.add(field("snapshot", kept.name() + " of " + kept.place()));
        fields.add(field("taken", manifest.taken().toString()));
        fields.add(field("database", manifest.database() + " on PostgreSQL " + manifest.server()));
        fields.add(field("row", row(manifest)));
        manifest.project().ifPresent(project -> fields.add(field("project", project(project))));
        fields.add(field("defines", kinds(manifest)));
        fields.add(field("sha256", manifest.sha256()));
        fields.add(field("file", kept.file().toString()));
        var heads = List.of(Head.left("table"), Head.right("rows"), Head.right("indexes"));
        var rows = manifest.tables().entrySet().stream()
                .map(table -> List.of(
                        Text.of(table.getKey()),
                        Text.of(rows(table.getValue())),
                        Text.of(Integer.toString(table.getValue().indexes().size()))))
                .toList();
        return Report.builder()
                .block(new Block.Fields(fields))
                .gap()
                .block(new Grid(heads, rows))
                .json("snapshot", json(kept, manifest))
                .build(Exit.OK);
    }

    private static Block.Field field(String label, String value) {
        return new Block.Field(label, Text.of(value), "");
    }

    private static String project(ProjectMark project) {
        return project.revisions() + " revisions, head " + RevisionWords.targets(project.heads())
                + project.git().map(commit -> ", commit " + commit).orElse("");
    }

    /** {@code 5 tables, 22 columns}. */
    private static String kinds(Manifest manifest) {
        return manifest.catalog().objects().stream()
                .collect(Collectors.groupingBy(object -> object.kind(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " "
                        + (entry.getValue() == 1
                                ? entry.getKey().word()
                                : entry.getKey().plural()))
                .collect(Collectors.joining(", "));
    }

    private static String row(Manifest manifest) {
        return manifest.versionTable().isEmpty()
                ? "no version table"
                : "row " + (manifest.rows().isEmpty() ? "(none)" : String.join(" ", manifest.rows()));
    }

    private static String rows(Manifest manifest) {
        return manifest.tables().values().stream()
                        .allMatch(table -> table.rows().isEmpty())
                ? "rows not counted"
                : Numbers.grouped(manifest.rowCount()) + " rows";
    }

    private static String rows(TableMark table) {
        return table.rows().isPresent() ? Numbers.grouped(table.rows().getAsLong()) : "–";
    }

    private static Map<String, @Nullable Object> json(Kept kept, Manifest manifest) {
        var json = Json.object(
                "name", kept.name(), "place", kept.place(), "file", kept.file().toString());
        json.putAll(Manifests.summary(manifest));
        return json;
    }
}

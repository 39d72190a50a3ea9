package dev.restamp.tracker.liquibase;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.log.MigrationLog;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.Footprint;
import dev.restamp.tracker.MigrationTool;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ToolWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A changelog with its change sets. Nothing of it is run, and no database is asked. */
final class LiquibaseProject implements Project {
    /** The default schema while nobody has said one. */
    private static final String ANY_SCHEMA = "public";

    private static final ToolWords WORDS = new ToolWords(
            "Liquibase",
            "liquibase update",
            "liquibase update",
            "liquibase changelog-sync",
            "liquibase changelog-sync",
            "liquibase history",
            "change set");

    private final Settings settings;
    private final Changelog changelog;
    private final ChangeSets changeSets;
    private final RevisionGraph graph;
    private final MigrationLog log;
    private final List<ScriptProblem> problems;
    private final List<Path> watched;
    private final List<String> footprint;
    private final Map<String, Map<String, List<Effect>>> effects = new ConcurrentHashMap<>();

    private LiquibaseProject(Changelog changelog) {
        this.settings = changelog.settings();
        this.changelog = changelog;
        this.watched = watched(changelog);
        this.footprint = Footprint.of(watched);
        this.changeSets = ChangeSets.of(changelog);
        this.graph = RevisionGraph.ofLog(changeSets.revisions());
        this.log = new LiquibaseLog(changelog, changeSets, System.currentTimeMillis());
        this.problems = ChangelogCheck.problems(changelog, changeSets);
    }

    static LiquibaseProject read(Settings settings) {
        return new LiquibaseProject(
                Changelog.read(settings, settings.defaultSchema().orElse(ANY_SCHEMA)));
    }

    Settings settings() {
        return settings;
    }

    Changelog changelog() {
        return changelog;
    }

    ChangeSets changeSets() {
        return changeSets;
    }

    @Override
    public Path configuration() {
        return settings.file();
    }

    @Override
    public String location() {
        return changelog.files().files().stream()
                .findFirst()
                .map(settings::shown)
                .orElse(settings.changelog());
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public List<ScriptProblem> problems() {
        return problems;
    }

    @Override
    public VersionTable versionTable() {
        var tables = settings.tables();
        return new VersionTable(
                tables.schema(), tables.changelog(), new ChangelogForm(changeSets), Optional.of(tables.lock()));
    }

    @Override
    public Optional<MigrationLog> log() {
        return Optional.of(log);
    }

    @Override
    public ToolWords words() {
        return WORDS;
    }

    @Override
    public List<TableDoubt> tableDoubts() {
        return List.of();
    }

    @Override
    public boolean hasChanged() {
        return !Footprint.of(watched).equals(footprint);
    }

    @Override
    public List<String> notes() {
        return Stream.concat(settings.notes().stream(), changeSets.notes().stream())
                .toList();
    }

    @Override
    public Map<String, List<Effect>> effects(String defaultSchema) {
        return effects.computeIfAbsent(settings.defaultSchema().orElse(defaultSchema), this::readEffects);
    }

    /** Read anew for another schema: its name may stand anywhere, as <code>${database.defaultSchemaName}</code>. */
    private Map<String, List<Effect>> readEffects(String schema) {
        var read = schema.equals(changelog.database().getDefaultSchemaName())
                ? changelog
                : Changelog.read(settings, schema);
        return read.with(() -> {
            var all = new LinkedHashMap<String, List<Effect>>();
            var reader = new ChangeSetEffects(read.database(), schema);
            for (var changeSet : read.selected()) {
                var id = changeSets.id(ChangeSetName.of(changeSet));
                var script = changeSets.line(changeSet);
                all.put(id, reader.of(changeSet, script));
            }
            graph.revisions().forEach(revision -> all.putIfAbsent(revision.id(), List.of()));
            return Map.copyOf(all);
        });
    }

    @Override
    public MigrationTool tool(Map<String, String> environment) {
        return new LiquibaseUpdate(settings, changeSets);
    }

    /** The folders too: a file that is added to one may be included. */
    private static List<Path> watched(Changelog changelog) {
        var files = new ArrayList<>(changelog.files().files());
        files.add(changelog.settings().file());
        files.addAll(files.stream()
                .flatMap(file -> Optional.ofNullable(file.getParent()).stream())
                .toList());
        return files.stream().distinct().toList();
    }
}

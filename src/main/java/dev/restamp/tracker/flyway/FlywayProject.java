package dev.restamp.tracker.flyway;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.log.MigrationLog;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.Footprint;
import dev.restamp.tracker.MigrationTool;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.ToolWords;
import dev.restamp.tracker.sql.SqlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The migrations of a Flyway project. No database is asked and nothing is run. */
final class FlywayProject implements Project {
    private static final ToolWords WORDS = new ToolWords(
            "Flyway",
            "flyway migrate",
            "flyway migrate",
            "flyway migrate -skipExecutingMigrations=true",
            "flyway migrate -skipExecutingMigrations=true",
            "flyway info",
            "migration");

    private final ProjectChoice choice;
    private final Configuration configuration;
    private final MigrationFolder.Listing listing;
    private final List<String> footprint;
    private final MigrationReader.Read read;
    private final MigrationLine.Ordered ordered;
    private final RevisionGraph graph;
    private final Map<String, Map<String, List<Effect>>> effects = new ConcurrentHashMap<>();

    private FlywayProject(ProjectChoice choice, Configuration configuration) {
        this.choice = choice;
        this.configuration = configuration;
        this.listing = MigrationFolder.list(configuration.locations());
        this.footprint = footprint(listing); // before the first script is read: a change meanwhile must show
        this.read = MigrationReader.read(configuration, listing.entries());
        this.ordered = MigrationLine.order(read.migrations());
        this.graph = RevisionGraph.ofLog(MigrationLine.revisions(ordered.line()));
    }

    static FlywayProject read(ProjectChoice choice) {
        return new FlywayProject(choice, ConfigurationReader.read(choice));
    }

    @Override
    public Path configuration() {
        return configuration.file();
    }

    @Override
    public String location() {
        return String.join(
                ", ",
                configuration.locations().stream()
                        .map(location -> configuration.shown(location.root()))
                        .distinct()
                        .toList());
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public List<ScriptProblem> problems() {
        var problems = new ArrayList<ScriptProblem>();
        listing.troubles()
                .forEach(trouble ->
                        problems.add(new ScriptProblem(configuration.shown(configuration.file()), 0, trouble)));
        problems.addAll(read.problems());
        problems.addAll(ordered.problems());
        return problems;
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<>(configuration.notes());
        notes.addAll(read.notes());
        notes.addAll(ordered.notes());
        return notes;
    }

    @Override
    public VersionTable versionTable() {
        var settings = configuration.settings();
        return new VersionTable(
                settings.schema().filter(FlywayProject::isKnown),
                isKnown(settings.table()) ? settings.table() : Settings.USUAL_TABLE,
                new HistoryForm(history(), settings.tablespace().orElse("")),
                Optional.empty());
    }

    @Override
    public List<TableDoubt> tableDoubts() {
        var doubts = new ArrayList<TableDoubt>();
        var settings = configuration.settings();
        if (settings.schema().filter(name -> !isKnown(name)).isPresent()) {
            doubts.add(new TableDoubt(
                    TablePart.SCHEMA, "the schema comes from the environment; that of the connection is assumed"));
        }
        if (!isKnown(settings.table())) {
            doubts.add(new TableDoubt(
                    TablePart.NAME, "table comes from the environment; " + Settings.USUAL_TABLE + " is assumed"));
        }
        return doubts;
    }

    private static boolean isKnown(String text) {
        return text.indexOf(SqlReader.HOLE) < 0;
    }

    @Override
    public boolean hasChanged() {
        return !footprint(MigrationFolder.list(configuration.locations())).equals(footprint);
    }

    private List<String> footprint(MigrationFolder.Listing listed) {
        var files = new ArrayList<Path>();
        listed.entries().forEach(entry -> files.add(entry.file()));
        files.addAll(configuration.files());
        return Footprint.of(files);
    }

    @Override
    public Map<String, List<Effect>> effects(String defaultSchema) {
        return effects.computeIfAbsent(defaultSchema, this::readEffects);
    }

    private Map<String, List<Effect>> readEffects(String connection) {
        var schema = versionTable().schema().orElse(connection);
        var all = new LinkedHashMap<String, List<Effect>>();
        for (var migration : ordered.line()) {
            all.put(
                    migration.id(),
                    migration
                            .text()
                            .map(script -> SqlReader.file(script.sql(schema), schema))
                            .orElseGet(() -> List.of(new Effect.Opaque("what it does is not known: it is no SQL", 0))));
        }
        return all;
    }

    @Override
    public MigrationTool tool(Map<String, String> environment) {
        return new FlywayLibrary(choice, environment);
    }

    @Override
    public Optional<MigrationLog> log() {
        return Optional.of(history());
    }

    FlywayHistory history() {
        return new FlywayHistory(ordered.line(), ordered.resolved(), configuration.settings());
    }

    @Override
    public ToolWords words() {
        return WORDS;
    }
}

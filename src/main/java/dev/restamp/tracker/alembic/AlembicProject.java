package dev.restamp.tracker.alembic;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.Footprint;
import dev.restamp.tracker.MigrationTool;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.PythonParser;
import dev.restamp.tracker.alembic.script.ProjectModules;
import dev.restamp.tracker.alembic.script.ScriptEffects;
import dev.restamp.tracker.ddl.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scripts of an Alembic project. Nothing of them is run: they are parsed, and their constants folded. */
final class AlembicProject implements Project {
    private final Configuration configuration;
    private final List<Script> scripts = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<String> notes;
    private final Map<String, Map<String, List<Effect>>> effects = new ConcurrentHashMap<>();
    private List<Path> imported = List.of();
    private List<String> importedFootprint = List.of();
    private final ScriptFolder.Listing listing;
    private final List<String> footprint;
    private EnvReader.Answer env = EnvReader.Answer.USUAL;
    private RevisionGraph graph = RevisionGraph.of(List.of());

    private AlembicProject(Configuration configuration) {
        this.configuration = configuration;
        this.notes = new ArrayList<>(configuration.notes());
        this.listing = ScriptFolder.list(configuration);
        this.footprint =
                footprint(listing); // before the first file is read: a change while reading must not go unnoticed
    }

    static AlembicProject read(Configuration configuration) {
        var project = new AlembicProject(configuration);
        var constants = new ImportedConstants(configuration.roots());
        project.readEnv(constants);
        project.readScripts(constants);
        project.remember(constants.files());
        project.graph =
                RevisionGraph.of(project.scripts.stream().map(Script::revision).toList());
        return project;
    }

    @Override
    public Path configuration() {
        return configuration.file();
    }

    @Override
    public String location() {
        return String.join(
                ", ",
                configuration.versions().stream().map(configuration::shown).toList());
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public List<ScriptProblem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public VersionTable versionTable() {
        return env.table();
    }

    @Override
    public List<TableDoubt> tableDoubts() {
        return env.doubts();
    }

    @Override
    public List<Source> sources(String versions) {
        var sources = new LinkedHashMap<String, Source>();
        for (var entry : listing.entries()) {
            var name = String.valueOf(entry.file().getFileName());
            var place = versions + "/" + name;
            for (var number = 2; sources.containsKey(place); number++) {
                place = versions + "/" + number + "_" + name;
            }
            sources.put(place, new Source(entry.file(), place));
        }
        imported.forEach(file -> configuration.roots().stream()
                .filter(file::startsWith)
                .findFirst()
                .map(root -> root.relativize(file).toString().replace('\\', '/'))
                .ifPresent(place -> sources.putIfAbsent(place, new Source(file, place))));
        return List.copyOf(sources.values());
    }

    @Override
    public MigrationTool tool(Map<String, String> environment) {
        return new AlembicProgram(configuration, environment).upgrading(graph);
    }

    @Override
    public boolean hasChanged() {
        return !footprint(ScriptFolder.list(configuration)).equals(footprint)
                || !Footprint.of(imported).equals(importedFootprint);
    }

    private List<String> footprint(ScriptFolder.Listing listed) {
        var files = new ArrayList<Path>();
        listed.entries().forEach(entry -> files.add(entry.file()));
        files.add(configuration.file());
        files.add(configuration.env());
        return Footprint.of(files);
    }

    @Override
    public Map<String, List<Effect>> effects(String defaultSchema) {
        return effects.computeIfAbsent(defaultSchema, this::readEffects);
    }

    private Map<String, List<Effect>> readEffects(String defaultSchema) {
        var all = new LinkedHashMap<String, List<Effect>>();
        var expected = new Replay(versionTableAsMade(defaultSchema));
        var modules = new ProjectModules(configuration.roots(), defaultSchema);
        var syntax = new HashMap<String, Module>();
        scripts.forEach(script -> syntax.put(script.revision().id(), script.module()));
        for (var revision : graph.oldestFirst()) {
            var module = Objects.requireNonNull(syntax.get(revision.id()));
            all.put(revision.id(), ScriptEffects.of(module, defaultSchema, expected, modules));
        }
        remember(modules.files());
        return all;
    }

    /** A change of these files is a change of the project. */
    private void remember(List<Path> files) {
        var all = new ArrayList<>(imported);
        all.addAll(files);
        imported = all.stream().distinct().toList();
        importedFootprint = Footprint.of(imported);
    }

    /** Alembic makes it before the first script. */
    private Schema versionTableAsMade(String defaultSchema) {
        var table = Keys.table(
                env.table().schema().orElse(defaultSchema), env.table().name());
        var column = Keys.part(Kind.COLUMN, table, "version_num");
        var key = Keys.part(Kind.CONSTRAINT, table, env.table().name() + "_pkc");
        return Schema.of(List.of(
                new SchemaObject.Table(table),
                SchemaObject.Column.of(column),
                SchemaObject.Constraint.of(key, ConstraintKind.PRIMARY_KEY, List.of("version_num"))));
    }

    private void readEnv(ImportedConstants constants) {
        var file = configuration.env();
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            env = EnvReader.read(PythonParser.parse(SourceFile.read(file)), configuration.settings(), constants);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.in(configuration.shown(file)));
        }
    }

    private void readScripts(ImportedConstants constants) {
        notes.addAll(listing.notes());
        // Each file by itself, on all processors; what they declare in the order of the files.
        var parsed = listing.entries().parallelStream().map(this::parse).toList();
        parsed.forEach(file -> declare(file, constants));
    }

    private Parsed parse(ScriptFolder.Entry entry) {
        var shown = configuration.shown(entry.file());
        if (!entry.trouble().isEmpty()) {
            return new Parsed(shown, Optional.empty(), List.of(new ScriptProblem(shown, 0, entry.trouble())));
        }
        try {
            return new Parsed(shown, Optional.of(PythonParser.parse(SourceFile.read(entry.file()))), List.of());
        } catch (Unreadable unreadable) {
            return new Parsed(shown, Optional.empty(), List.of(unreadable.in(shown)));
        }
    }

    private void declare(Parsed file, ImportedConstants constants) {
        problems.addAll(file.problems());
        if (file.module().isEmpty()) {
            return;
        }
        try {
            var declared = RevisionReader.read(file.module().get(), file.shown(), constants);
            scripts.add(new Script(declared.revision(), file.module().get()));
            declared.problems().forEach(problem -> problems.add(problem.in(file.shown())));
        } catch (Unreadable unreadable) {
            problems.add(unreadable.in(file.shown()));
        }
    }

    /** A file of the versions folder: its syntax, or why there is none. */
    private record Parsed(String shown, Optional<Module> module, List<ScriptProblem> problems) {}
}

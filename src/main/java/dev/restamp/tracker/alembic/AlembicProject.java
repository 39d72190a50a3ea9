package dev.restamp.tracker.alembic;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.alembic.python.PythonParser;
import dev.restamp.tracker.alembic.python.PythonSource;
import dev.restamp.tracker.alembic.script.ScriptEffects;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The scripts of an Alembic project. Nothing of them is run: they are parsed, and their constants folded. */
final class AlembicProject implements Project {
    private final Path home;
    private final Configuration configuration;
    private final List<Script> scripts = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<String> notes;
    private final Map<String, Map<String, List<Effect>>> effects = new ConcurrentHashMap<>();
    private final List<String> footprint;
    private VersionTable versionTable = VersionTable.ALEMBIC;
    private RevisionGraph graph = RevisionGraph.of(List.of());

    private AlembicProject(Path home, Configuration configuration) {
        this.home = home;
        this.configuration = configuration;
        this.notes = new ArrayList<>(configuration.notes());
        this.footprint = footprint(); // before the first file is read: a change while reading must not go unnoticed
    }

    static AlembicProject read(Path home, Configuration configuration) {
        var project = new AlembicProject(home, configuration);
        project.readEnv();
        ScriptFolder.scripts(configuration).forEach(project::readScript);
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
                ", ", configuration.versions().stream().map(this::shown).toList());
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
        return versionTable;
    }

    @Override
    public boolean hasChanged() {
        return !footprint().equals(footprint);
    }

    private List<String> footprint() {
        var files = new ArrayList<>(ScriptFolder.scripts(configuration));
        files.add(configuration.file());
        files.add(configuration.scripts().resolve("env.py"));
        return Footprint.of(files);
    }

    @Override
    public Map<String, List<Effect>> effects(String defaultSchema) {
        return effects.computeIfAbsent(defaultSchema, this::readEffects);
    }

    private Map<String, List<Effect>> readEffects(String defaultSchema) {
        var all = new LinkedHashMap<String, List<Effect>>();
        for (var script : scripts) {
            var module = PythonParser.parse(script.source());
            all.put(script.revision().id(), ScriptEffects.of(module, defaultSchema));
        }
        return all;
    }

    private void readEnv() {
        var env = configuration.scripts().resolve("env.py");
        if (!Files.isRegularFile(env)) {
            return;
        }
        try {
            versionTable = EnvReader.versionTable(PythonParser.parse(source(env)), notes);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.in(shown(env)));
        }
    }

    private void readScript(Path file) {
        try {
            var source = source(file);
            Revision revision = RevisionReader.read(PythonParser.parseHead(source), shown(file));
            scripts.add(new Script(revision, source));
        } catch (Unreadable unreadable) {
            problems.add(unreadable.in(shown(file)));
        }
    }

    private static PythonSource source(Path file) throws Unreadable {
        try {
            return PythonSource.decode(Files.readAllBytes(file));
        } catch (CharacterCodingException undecodable) {
            throw new Unreadable(0, "not in the encoding that it declares, or that Python assumes: UTF-8");
        } catch (IllegalArgumentException unknownCharset) {
            throw new Unreadable(1, "declares an encoding that is not known");
        } catch (IOException unreadable) {
            throw new Unreadable(0, "cannot be read");
        }
    }

    /** Relative to the project folder where it lies inside. */
    private String shown(Path path) {
        var shown = path.startsWith(home) ? home.relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}

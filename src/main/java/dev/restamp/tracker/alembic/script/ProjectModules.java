package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.Schema;
import dev.restamp.tracker.alembic.python.ModulePath;
import dev.restamp.tracker.alembic.python.PythonParser;
import dev.restamp.tracker.alembic.python.PythonSource;
import dev.restamp.tracker.alembic.python.Scope;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules of the project itself, which scripts take constants, types and helpers from. One is parsed when a script
 * first uses a name of it; nothing of it is run.
 */
public final class ProjectModules {
    /** More are not read: a script that needs them is about more than its schema. */
    private static final int MANY = 300;

    private static final long LARGEST_BYTES = 1_000_000;
    private static final int DEEPEST = 10;

    private final ModulePath path;
    private final String defaultSchema;
    private final Map<String, Optional<Scope>> modules = new HashMap<>();
    private final List<Path> files = new ArrayList<>();

    /** @param roots the folders that Python would look for modules in, the first first */
    public ProjectModules(List<Path> roots, String defaultSchema) {
        this.path = new ModulePath(roots);
        this.defaultSchema = defaultSchema;
    }

    /** The files that were read. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /** What an imported name stands for; the symbol itself where it is none of the project, or is a module. */
    Value find(Symbol symbol) {
        return find(symbol, 0);
    }

    private Value find(Symbol symbol, int depth) {
        var dot = symbol.path().lastIndexOf('.');
        if (dot <= 0
                || depth > DEEPEST
                || Libraries.isKnown(symbol.path())
                || path.file(symbol.path()).isPresent()) {
            return symbol;
        }
        var found = module(symbol.path().substring(0, dot)).flatMap(scope -> scope.find(symbol.lastName()));
        return found.map(value -> value instanceof Symbol other ? find(other, depth + 1) : value)
                .orElse(symbol);
    }

    private Optional<Scope> module(String name) {
        var known = modules.get(name);
        if (known == null) {
            modules.put(name, Optional.empty()); // what it imports may import it again
            known = modules.size() > MANY ? Optional.empty() : path.file(name).flatMap(file -> read(name, file));
            modules.put(name, known);
        }
        return known;
    }

    private Optional<Scope> read(String name, Path file) {
        files.add(file);
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return Optional.empty();
            }
            var module = PythonParser.parse(PythonSource.decode(Files.readAllBytes(file)));
            var nowhere = new Journal(new Replay(Schema.EMPTY), () -> Reach.NOTHING);
            var world = new ScriptWorld(defaultSchema, nowhere, this);
            var isPackage = file.endsWith("__init__.py");
            var folder = isPackage ? name : name.substring(0, Math.max(0, name.lastIndexOf('.')));
            return Optional.of(world.runner().run(module, folder));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

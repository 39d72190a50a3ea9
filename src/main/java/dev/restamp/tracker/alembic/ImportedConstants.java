package dev.restamp.tracker.alembic;

import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.ModulePath;
import dev.restamp.tracker.alembic.python.PythonParser;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Constants that a script has from another module of the project: {@code cli.EXPAND_BRANCH}. The module is found where
 * Python would look for it, parsed, and not run; only what it assigns at its top level counts.
 */
final class ImportedConstants {
    /** A constant may be handed on from module to module. */
    private static final int LONGEST_CHAIN = 5;

    private final ModulePath path;
    private final Map<String, Optional<Module>> modules = new HashMap<>();
    private final List<Path> files = new ArrayList<>();

    ImportedConstants(List<Path> roots) {
        this.path = new ModulePath(roots);
    }

    /** The modules that were read. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** The value behind an imported name, or the value itself; a {@link Value.Symbol} where that cannot be told. */
    Value resolved(Value value) {
        var found = value;
        for (var i = 0; i < LONGEST_CHAIN && found instanceof Value.Symbol symbol; i++) {
            found = constant(symbol.path()).orElse(symbol);
        }
        return found;
    }

    private Optional<Value> constant(String path) {
        var dot = path.lastIndexOf('.');
        if (dot <= 0 || path.startsWith(".")) {
            return Optional.empty();
        }
        var name = path.substring(dot + 1);
        return module(path.substring(0, dot)).flatMap(module -> constant(name, module));
    }

    private static Optional<Value> constant(String name, Module module) {
        var value = new Runner(new HeadWorld()).run(module).find(name);
        return Doubts.about(name, module, value.isPresent()).isPresent() ? Optional.empty() : value;
    }

    private Optional<Module> module(String name) {
        var known = modules.get(name);
        if (known != null) {
            return known;
        }
        var read = path.file(name).flatMap(this::read);
        modules.put(name, read);
        return read;
    }

    private Optional<Module> read(Path file) {
        files.add(file);
        try {
            return Optional.of(PythonParser.parse(SourceFile.read(file)))
                    .filter(module -> module.broken().isEmpty());
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }
}

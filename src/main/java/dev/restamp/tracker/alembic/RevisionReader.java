package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Scope;
import dev.restamp.tracker.alembic.python.Statement;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a script declares: the last binding of {@code revision} and its companions at the top level, after
 * Alembic's own normalisation. The docstring's {@code Revises:} line is never read; it is wrong too often.
 */
final class RevisionReader {
    private static final Pattern CONFLICT = Pattern.compile("(?m)^<{7}(?: |$)");

    private static final Pattern CONFLICT_END = Pattern.compile("(?m)^>{7}(?: |$)");
    /** Alembic 0.1 had no variable: the id was the name of the file. */
    private static final Pattern LEGACY_NAME = Pattern.compile("(?:.*/)?([a-f0-9]+)\\.py");

    private final Module module;
    private final Scope names;
    private final String file;
    private final ImportedConstants imported;
    private final List<Unreadable> problems = new ArrayList<>();

    private RevisionReader(Module module, String file, ImportedConstants imported) {
        this.module = module;
        this.names = new Runner(new HeadWorld()).run(module);
        this.file = file;
        this.imported = imported;
    }

    /**
     * The revision that a script declares.
     *
     * @param file the script, for people
     * @throws Unreadable if it declares none, or one whose id or parents only a run could tell
     */
    static Declaration read(Module module, String file, ImportedConstants imported) throws Unreadable {
        return new RevisionReader(module, file, imported).read();
    }

    private Declaration read() throws Unreadable {
        refuseBrokenHead();
        var revision = new Revision(
                id(),
                parents(),
                namesIfKnown("branch_labels"),
                namesIfKnown("depends_on"),
                module.docstring().strip(),
                file);
        module.broken()
                .ifPresent(at -> problems.add(new Unreadable(
                        at.line(), "not Python: " + at.quote() + "; what the revision does cannot be told")));
        return new Declaration(revision, problems);
    }

    private void refuseBrokenHead() throws Unreadable {
        if (module.broken().isEmpty()) {
            return;
        }
        var text = module.source().text();
        var conflict = CONFLICT.matcher(text);
        if (text.contains("<<<<<<<") && conflict.find()) { // the first test is the fast one
            var end = CONFLICT_END.matcher(text);
            var from = module.source().line(conflict.start());
            throw new Unreadable(
                    from,
                    end.find(conflict.end())
                            ? "merge conflict markers, line " + from + " to "
                                    + module.source().line(end.start())
                            : "merge conflict markers, line " + from);
        }
        for (var statement : module.body()) {
            if (statement instanceof Statement.Opaque(var at)) {
                throw new Unreadable(at.line(), "not Python: " + at.quote());
            }
        }
    }

    private String id() throws Unreadable {
        var id = find("revision");
        if (id.isEmpty()) {
            var legacy = LEGACY_NAME.matcher(file);
            if (legacy.matches()) {
                return legacy.group(1);
            }
            throw new Unreadable(0, "no revision: the script assigns no variable of that name");
        }
        return text("revision", id.get());
    }

    private List<String> parents() throws Unreadable {
        if (find("down_revision").isEmpty()) {
            throw new Unreadable(0, "no down_revision: the script assigns no variable of that name");
        }
        return names("down_revision");
    }

    private Optional<Value> find(String variable) throws Unreadable {
        var doubt = Doubts.about(variable, module, names.find(variable).isPresent());
        if (doubt.isPresent()) {
            throw cannotTell(variable, doubt.get());
        }
        return names.find(variable);
    }

    /** None where that cannot be told: the revision keeps its place in the history without them. */
    private List<String> namesIfKnown(String variable) {
        try {
            return names(variable);
        } catch (Unreadable unreadable) {
            problems.add(unreadable);
            return List.of();
        }
    }

    private List<String> names(String variable) throws Unreadable {
        var value = imported.resolved(find(variable).orElse(Constants.NONE));
        var unwrapped = imported.resolved(unwrapped(value));
        return switch (unwrapped) {
            case Value.Nothing _ -> List.of();
            case Items(var _, var items) -> texts(variable, items);
            case Value.Dict(var entries) -> texts(variable, List.copyOf(entries.keySet()));
            default -> List.of(text(variable, unwrapped));
        };
    }

    /** A tuple of one counts as what it holds. */
    private static Value unwrapped(Value value) {
        return value instanceof Items(var _, var items) && items.size() == 1 ? items.getFirst() : value;
    }

    private List<String> texts(String variable, List<Value> values) throws Unreadable {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(text(variable, value));
        }
        return texts;
    }

    private String text(String variable, Value value) throws Unreadable {
        var at = Doubts.lastBinding(variable, module);
        return switch (imported.resolved(value)) {
            case Text(var text) -> text;
            case Value.Unknown(var place) -> throw cannotTell(variable, at.orElse(place));
            case Value.EnumMember(var _, var _, Text(var text)) -> text;
            case Value.Nothing _, Value.Whole _, Value.Real _, Value.Truth _, Value.Bytes _, Items _ ->
                throw new Unreadable(
                        at.map(Place::line).orElse(0),
                        variable + " is no text: " + at.map(Place::quote).orElse(""));
            default -> throw at.map(place -> cannotTell(variable, place)).orElseGet(() -> new Unreadable(0, variable));
        };
    }

    private static Unreadable cannotTell(String variable, Place place) {
        return new Unreadable(
                place.line(), "cannot tell " + variable + " without running the script: " + place.quote());
    }
}

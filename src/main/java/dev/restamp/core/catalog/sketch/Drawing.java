package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what has to be dropped, made and changed, and puts it in order. */
final class Drawing {
    /** What is needed by others comes first; what is dropped goes the other way round. */
    private static final List<CatalogKind> ORDER = List.of(
            CatalogKind.SCHEMA,
            CatalogKind.EXTENSION,
            CatalogKind.COLLATION,
            CatalogKind.TYPE,
            CatalogKind.SEQUENCE,
            CatalogKind.FUNCTION,
            CatalogKind.TABLE,
            CatalogKind.COLUMN,
            CatalogKind.CONSTRAINT,
            CatalogKind.INDEX,
            CatalogKind.VIEW,
            CatalogKind.TRIGGER,
            CatalogKind.RULE,
            CatalogKind.POLICY,
            CatalogKind.STATISTICS);

    /** What is changed of a column is changed of those that inherit it. */
    private static final Set<String> INHERITED =
            Set.of("type", "collation", "not null", "default", "condition", "validated");

    private final CatalogSnapshot target;
    private final CatalogSnapshot wished;
    private final List<CatalogObject> dropped = new ArrayList<>();
    private final LinkedHashSet<CatalogObject> made = new LinkedHashSet<>();
    private final List<Step> late = new ArrayList<>();
    private final List<Step> changes = new ArrayList<>();
    private final Set<List<String>> newRelations = new HashSet<>();
    private final LinkedHashSet<String> unsaid = new LinkedHashSet<>();

    Drawing(CatalogSnapshot target, CatalogSnapshot wished) {
        this.target = target;
        this.wished = wished;
    }

    Sketch draw(List<Difference> differences) {
        for (var difference : differences) {
            switch (difference) {
                case Difference.Missing(var object, var _) -> make(object);
                case Difference.Extra(var object, var _) -> drop(object);
                case Difference.Changed _ -> {}
            }
        }
        changed(differences).forEach(this::change);
        return new Sketch(steps(), List.copyOf(unsaid));
    }

    private void make(CatalogObject object) {
        made.add(object);
        if (object.isRelation()) {
            newRelations.add(object.path());
            wished.parts(object.path()).stream()
                    .filter(part -> part.kind() != CatalogKind.COLUMN)
                    .filter(part -> !part.property("inherited").equals(Optional.of("only")))
                    .forEach(made::add);
        }
    }

    private void drop(CatalogObject object) {
        if (!Removal.canDrop(object)) {
            unsaid.add(words(object));
            return;
        }
        dropped.add(object);
        if (object.kind() == CatalogKind.TABLE) {
            target.parts(object.path()).stream().filter(Drawing::holdsOthers).forEach(dropped::add);
        }
    }

    private static String words(CatalogObject object) {
        return object.kind().word() + " " + object.name();
    }

    /** A foreign key or a policy keeps the table that it speaks of from being dropped. */
    private static boolean holdsOthers(CatalogObject part) {
        return part.kind() == CatalogKind.POLICY || Naming.is(part, "foreign key");
    }

    /** The properties of each object that differ. */
    private static Map<CatalogObject, List<String>> changed(List<Difference> differences) {
        var changed = new LinkedHashMap<CatalogObject, List<String>>();
        differences.forEach(difference -> {
            if (difference instanceof Difference.Changed one) {
                changed.computeIfAbsent(one.object(), _ -> new ArrayList<>()).add(one.property());
            }
        });
        return changed;
    }

    private void change(CatalogObject found, List<String> properties) {
        var wanted = wished.get(found.kind(), found.path());
        if (wanted == null) {
            unsaid.add(words(found));
            return;
        }
        var own = properties.stream()
                .filter(property -> !comesWithParent(wanted, property))
                .toList();
        var change = Change.of(found, wanted, own, wished);
        (properties.stream().anyMatch(TableSettings.ON_INDEX::contains) ? late : changes).addAll(change.steps());
        change.unsaid().forEach(property -> unsaid.add(words(found) + ": " + property));
        if (change.made()) {
            dropped.add(found);
            made.add(wanted);
            if (found.kind() == CatalogKind.VIEW) {
                Change.NOT_IN_DEFINITION.stream()
                        .filter(property -> wanted.property(property).isPresent())
                        .sorted()
                        .forEach(property -> unsaid.add(words(wanted) + ": " + property));
                made.addAll(wished.parts(wanted.path()));
            }
        }
    }

    private static boolean comesWithParent(CatalogObject object, String property) {
        return object.property("inherited").equals(Optional.of("only")) && INHERITED.contains(property);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        var removal = new Removal(dropped);
        inOrder(dropped).reversed().forEach(object -> removal.of(object).ifPresent(steps::add));
        if (made.stream().anyMatch(object -> object.kind() == CatalogKind.FUNCTION)) {
            // What they speak of may come later.
            steps.add(Step.of("SET check_function_bodies = false"));
        }
        inOrder(made.stream().filter(this::isEarly).toList()).forEach(object -> steps.addAll(creation(object)));
        steps.addAll(changes);
        inOrder(made.stream().filter(object -> !isEarly(object)).toList())
                .forEach(object -> steps.addAll(creation(object)));
        made.stream()
                .filter(object -> object.kind() == CatalogKind.SEQUENCE)
                .forEach(object -> object.property("owned by")
                        .ifPresent(column -> steps.add(
                                Step.of("ALTER SEQUENCE " + SqlText.name(object.path()) + " OWNED BY " + column))));
        steps.addAll(late);
        return steps.stream().distinct().toList();
    }

    /** What a change of a table may need: types, sequences, functions. */
    private boolean isEarly(CatalogObject object) {
        return rank(object) <= ORDER.indexOf(CatalogKind.FUNCTION);
    }

    private List<Step> creation(CatalogObject object) {
        var steps = new ArrayList<>(new Creation(wished).of(object));
        if (steps.isEmpty()) {
            unsaid.add(words(object));
        }
        if (object.relation().filter(newRelations::contains).isPresent()) {
            // Nobody waits for a table that was not there, and it has no rows.
            steps.replaceAll(step -> Step.of(step.sql()));
        }
        if (object.kind() == CatalogKind.TABLE && !steps.isEmpty()) {
            wished.parts(object.path()).stream()
                    .filter(part -> part.kind() == CatalogKind.COLUMN)
                    .forEach(column -> new Creation(wished).after(column).forEach(sql -> steps.add(Step.of(sql))));
        }
        return steps;
    }

    private List<CatalogObject> inOrder(List<CatalogObject> objects) {
        var sorted =
                objects.stream().sorted(Comparator.comparingInt(this::rank)).toList();
        return new Dependencies(sorted).firstOnes();
    }

    /** Foreign keys come last, for the keys they point to; a function that names tables after them. */
    private int rank(CatalogObject object) {
        var rank = ORDER.indexOf(object.kind());
        if (object.kind() == CatalogKind.CONSTRAINT && Naming.is(object, "foreign key")) {
            return ORDER.indexOf(CatalogKind.INDEX) + 1;
        }
        if (object.kind() == CatalogKind.INDEX
                && wished.get(CatalogKind.VIEW, object.path().subList(0, 2)) != null) {
            return ORDER.indexOf(CatalogKind.TRIGGER) + 1;
        }
        var body = object.property("body").orElse("");
        return object.kind() == CatalogKind.FUNCTION && (body.startsWith("BEGIN ATOMIC") || body.startsWith("RETURN "))
                ? ORDER.indexOf(CatalogKind.INDEX)
                : rank < 0 ? ORDER.size() : rank > ORDER.indexOf(CatalogKind.INDEX) ? rank + 1 : rank;
    }
}

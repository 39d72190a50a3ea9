package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What would make one database like another: a sketch for people, to be read before it is run. Names are qualified, so it
 * does not matter which search path it runs with.
 *
 * @param steps in the order in which they can be run
 * @param unsaid the differences of which nothing safe can be said: {@code cast (text AS point)}
 */
public record Sketch(List<Step> steps, List<String> unsaid) {
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

    private static final Set<String> INHERITED =
            Set.of("type", "collation", "not null", "default", "condition", "validated");

    public Sketch {
        steps = List.copyOf(steps);
        unsaid = List.copyOf(unsaid);
    }

    /**
     * @param target what is to be changed
     * @param wished what it should be like
     * @param differences between the two, the target on the left
     */
    public static Sketch of(CatalogSnapshot target, CatalogSnapshot wished, List<Difference> differences) {
        return new Drawing(target, wished).draw(differences);
    }

    private static final class Drawing {
        private final CatalogSnapshot target;
        private final CatalogSnapshot wished;
        private final List<CatalogObject> dropped = new ArrayList<>();
        private final LinkedHashSet<CatalogObject> made = new LinkedHashSet<>();
        private final List<Step> late = new ArrayList<>();
        private final List<Step> changes = new ArrayList<>();
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
            if (isRelation(object)) {
                wished.objects().stream()
                        .filter(part -> part.relation().equals(Optional.of(object.path())))
                        .filter(part -> part.kind() != CatalogKind.COLUMN)
                        .filter(part -> !part.property("inherited").equals(Optional.of("only")))
                        .forEach(made::add);
            }
        }

        private void drop(CatalogObject object) {
            if (Naming.altered(object).isEmpty() && !isPart(object)) {
                unsaid.add(object.kind().word() + " " + object.name());
            } else {
                dropped.add(object);
                if (object.kind() == CatalogKind.TABLE) {
                    target.objects().stream()
                            .filter(part -> part.relation().equals(Optional.of(object.path())))
                            .filter(Drawing::holdsOthers)
                            .forEach(dropped::add);
                }
            }
        }

        /** A foreign key or a policy keeps the table that it speaks of from being dropped. */
        private static boolean holdsOthers(CatalogObject part) {
            return part.kind() == CatalogKind.POLICY || Naming.is(part, "foreign key");
        }

        private static boolean isRelation(CatalogObject object) {
            return object.kind() == CatalogKind.TABLE || object.kind() == CatalogKind.VIEW;
        }

        private static boolean isPart(CatalogObject object) {
            return object.kind() == CatalogKind.COLUMN || object.kind() == CatalogKind.CONSTRAINT;
        }

        /** The properties of each object that differ. */
        private static Map<CatalogObject, List<String>> changed(List<Difference> differences) {
            var changed = new LinkedHashMap<CatalogObject, List<String>>();
            differences.forEach(difference -> {
                if (difference instanceof Difference.Changed one) {
                    changed.computeIfAbsent(one.object(), _ -> new ArrayList<>())
                            .add(one.property());
                }
            });
            return changed;
        }

        private void change(CatalogObject found, List<String> properties) {
            var wanted = wished.get(found.kind(), found.path());
            if (wanted == null) {
                unsaid.add(found.kind().word() + " " + found.name());
                return;
            }
            var own = properties.stream()
                    .filter(property -> !comesWithParent(wanted, property))
                    .toList();
            var change = Change.of(found, wanted, own, wished);
            (properties.stream().anyMatch(TableSettings.ON_INDEX::contains) ? late : changes).addAll(change.steps());
            change.unsaid().forEach(property -> unsaid.add(found.kind().word() + " " + found.name() + ": " + property));
            if (change.made()) {
                dropped.add(found);
                made.add(wanted);
                if (found.kind() == CatalogKind.VIEW) {
                    Change.NOT_IN_DEFINITION.stream()
                            .filter(property -> wanted.property(property).isPresent())
                            .sorted()
                            .forEach(property -> unsaid.add("view " + wanted.name() + ": " + property));
                    wished.objects().stream()
                            .filter(part -> part.relation().equals(Optional.of(wanted.path())))
                            .forEach(made::add);
                }
            }
        }

        /** A sequence that a column owns is dropped with it. */
        private boolean goesWithItsColumn(CatalogObject object) {
            var owner = object.property("owned by").orElse("");
            return dropped.stream()
                    .filter(one -> one.kind() == CatalogKind.TABLE || one.kind() == CatalogKind.COLUMN)
                    .map(one -> SqlText.name(one.path()))
                    .anyMatch(name -> owner.equals(name) || owner.startsWith(name + "."));
        }

        /** What is changed of a column is changed of those that inherit it. */
        private static boolean comesWithParent(CatalogObject object, String property) {
            return object.property("inherited").equals(Optional.of("only")) && INHERITED.contains(property);
        }

        private List<Step> steps() {
            var steps = new ArrayList<Step>();
            inOrder(dropped).reversed().stream()
                    .filter(object -> !goesWithItsColumn(object))
                    .forEach(object -> steps.add(drops(object)));
            if (made.stream().anyMatch(object -> object.kind() == CatalogKind.FUNCTION)) {
                // What they speak of may come later.
                steps.add(Step.of("SET check_function_bodies = false"));
            }
            var early = made.stream()
                    .filter(object -> rank(object) <= ORDER.indexOf(CatalogKind.FUNCTION))
                    .toList();
            inOrder(early).forEach(object -> steps.addAll(creation(object)));
            steps.addAll(changes);
            inOrder(made.stream().filter(object -> !early.contains(object)).toList())
                    .forEach(object -> steps.addAll(creation(object)));
            made.stream()
                    .filter(object -> object.kind() == CatalogKind.SEQUENCE)
                    .forEach(object -> object.property("owned by")
                            .ifPresent(column -> steps.add(
                                    Step.of("ALTER SEQUENCE " + SqlText.name(object.path()) + " OWNED BY " + column))));
            steps.addAll(late);
            return steps.stream().distinct().toList();
        }

        private List<Step> creation(CatalogObject object) {
            var steps = new ArrayList<>(new Creation(wished).of(object));
            if (steps.isEmpty()) {
                unsaid.add(object.kind().word() + " " + object.name());
            }
            if (isOnNewTable(object)) {
                // Nobody waits for a table that was not there, and it has no rows.
                steps.replaceAll(step -> Step.of(step.sql()));
            }
            if (object.kind() == CatalogKind.TABLE && !steps.isEmpty()) {
                wished.objects().stream()
                        .filter(part -> part.kind() == CatalogKind.COLUMN
                                && part.relation().equals(Optional.of(object.path())))
                        .forEach(column -> new Creation(wished).after(column).forEach(sql -> steps.add(Step.of(sql))));
            }
            return steps;
        }

        private boolean isOnNewTable(CatalogObject object) {
            return made.stream()
                    .anyMatch(one -> isRelation(one) && object.relation().equals(Optional.of(one.path())));
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
            return object.kind() == CatalogKind.FUNCTION
                            && (body.startsWith("BEGIN ATOMIC") || body.startsWith("RETURN "))
                    ? ORDER.indexOf(CatalogKind.INDEX)
                    : rank < 0 ? ORDER.size() : rank > ORDER.indexOf(CatalogKind.INDEX) ? rank + 1 : rank;
        }

        private static Step drops(CatalogObject object) {
            return switch (object.kind()) {
                case COLUMN ->
                    Step.of(
                            "ALTER TABLE " + SqlText.table(object) + " DROP COLUMN " + SqlText.last(object),
                            Hazard.LOSES_DATA,
                            Hazard.LOCKS_TABLE);
                case CONSTRAINT ->
                    Step.of(
                            "ALTER TABLE " + SqlText.table(object) + " DROP CONSTRAINT " + SqlText.last(object),
                            Hazard.LOCKS_TABLE);
                case TABLE, SEQUENCE -> Step.of(dropOf(object), Hazard.LOSES_DATA, Hazard.DEPENDANTS);
                case VIEW, FUNCTION -> Step.of(dropOf(object), Hazard.DEPENDANTS, Hazard.FORGETS_GRANTS);
                case INDEX, TRIGGER, RULE, POLICY -> Step.of(dropOf(object), Hazard.LOCKS_TABLE);
                default -> Step.of(dropOf(object), Hazard.DEPENDANTS);
            };
        }

        private static String dropOf(CatalogObject object) {
            return "DROP " + Objects.requireNonNull(Naming.altered(object).orElse(null), object.name());
        }
    }
}

package dev.restamp.tracker.ddl;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what one statement makes in a table, and says what comes of it: keys make their columns NOT NULL, a unique
 * constraint over the columns of another vanishes, what has no name gets one.
 */
public final class TableChange {
    /** A column as it is written. */
    private record ColumnSpec(Optional<String> type, Optional<Boolean> nullable, Default preset, boolean ifAbsent) {}

    private final ObjectKey table;
    private final boolean ifAbsent;
    private final int line;
    private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();
    private final List<ConstraintSpec> constraints = new ArrayList<>();
    private final List<String> serials = new ArrayList<>();
    private final Map<String, Default> identities = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param ifAbsent whether the statement does nothing where the table is there */
    public TableChange(ObjectKey table, boolean ifAbsent, int line) {
        this.table = table;
        this.ifAbsent = ifAbsent;
        this.line = line;
    }

    public ObjectKey table() {
        return table;
    }

    public Set<String> columns() {
        return columns.keySet();
    }

    public void column(
            String name, Optional<String> type, Optional<Boolean> nullable, Default preset, boolean onlyIfAbsent) {
        columns.put(Names.cut(name), new ColumnSpec(type, nullable, preset, ifAbsent || onlyIfAbsent));
    }

    public void constraint(ConstraintSpec constraint) {
        constraints.add(constraint);
    }

    /** The column counts itself up: a sequence comes with it. */
    public void serial(String column) {
        serials.add(Names.cut(column));
    }

    /** The same, but by what the standard has for it. */
    public void identity(String column, boolean always) {
        serial(column);
        identities.put(Names.cut(column), new Default.Identity(always));
    }

    /** The columns, the constraints and the sequences; not the table. */
    public List<Effect> effects() {
        var effects = new ArrayList<Effect>();
        var kept = kept();
        var key = primaryKey(kept);
        columns.forEach((name, spec) -> effects.add(create(column(name, spec, key), spec.ifAbsent())));
        kept.forEach(constraint -> effects.add(create(named(constraint), ifAbsent)));
        serials.forEach(column -> effects.add(create(sequence(column), true)));
        return effects;
    }

    private Effect create(SchemaObject object, boolean onlyIfAbsent) {
        return new Effect.Create(object, onlyIfAbsent, line);
    }

    private SchemaObject column(String name, ColumnSpec spec, List<String> key) {
        var nullable = key.contains(name) ? Optional.of(false) : spec.nullable();
        return new SchemaObject.Column(
                Keys.part(Kind.COLUMN, table, name), spec.type(), nullable, preset(name, spec), 0);
    }

    private Default preset(String name, ColumnSpec spec) {
        if (!serials.contains(name)) {
            return spec.preset();
        }
        var sequence = Names.choose(table.name(), name, "seq", taken::contains);
        return identities.getOrDefault(
                name, new Default.Expression("nextval('" + sequence.replace("'", "''") + "'::regclass)"));
    }

    private SchemaObject sequence(String column) {
        var name = Names.choose(table.name(), column, "seq", taken::contains);
        return new SchemaObject.Sequence(Keys.of(Kind.SEQUENCE, table.schema(), name));
    }

    private static List<String> primaryKey(List<ConstraintSpec> constraints) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == ConstraintKind.PRIMARY_KEY)
                .map(ConstraintSpec::columns)
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Without unique constraints over the columns of an earlier key, after {@code transformIndexConstraints} in
     * PostgreSQL's sources: the earlier one takes over the name if it has none.
     */
    private List<ConstraintSpec> kept() {
        var kept = new ArrayList<ConstraintSpec>();
        var keysFirst = new ArrayList<>(constraints);
        keysFirst.sort((a, b) -> a.kind().compareTo(b.kind()));
        for (var constraint : keysFirst) {
            var same = sameKey(constraint, kept);
            if (same < 0) {
                kept.add(constraint);
            } else if (kept.get(same).name().isEmpty()) {
                var earlier = kept.get(same);
                kept.set(same, earlier.withName(constraint.name()));
            }
        }
        return kept;
    }

    private static int sameKey(ConstraintSpec constraint, List<ConstraintSpec> kept) {
        if (constraint.kind() != ConstraintKind.UNIQUE || constraint.columns().isEmpty()) {
            return -1;
        }
        for (var i = 0; i < kept.size(); i++) {
            var kind = kept.get(i).kind();
            var isKey = kind == ConstraintKind.PRIMARY_KEY || kind == ConstraintKind.UNIQUE;
            if (isKey && kept.get(i).columns().equals(constraint.columns())) {
                return i;
            }
        }
        return -1;
    }

    private SchemaObject named(ConstraintSpec spec) {
        var name = spec.name()
                .map(Names::cut)
                .orElseGet(() -> Names.choose(table.name(), spec.middle(), spec.label(), taken::contains));
        taken.add(name);
        var columnsOfKey = spec.kind() == ConstraintKind.CHECK ? List.<String>of() : spec.columns();
        return new SchemaObject.Constraint(
                Keys.part(Kind.CONSTRAINT, table, name),
                spec.kind(),
                columnsOfKey.stream().map(Names::cut).toList(),
                spec.references(),
                spec.condition(),
                spec.deferral(),
                spec.name().isPresent());
    }
}

package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.ddl.ConstraintSpec;
import dev.restamp.tracker.ddl.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What creating a table, or a column of one, makes: the items as SQLAlchemy takes them. An item that is not known is
 * opaque and leaves the others alone.
 */
final class TableSpec {
    private final String defaultSchema;
    private final ObjectKey table;
    private final boolean schemaGiven;
    private final boolean ifAbsent;
    private final Place at;
    private final TableChange change;
    private final Constraints constraints;
    private final ColumnTypes types;
    private final List<ColumnSpec> columns = new ArrayList<>();
    private final List<ConstraintSpec> keys = new ArrayList<>();
    private final List<Effect> before = new ArrayList<>();
    private final List<Effect> after = new ArrayList<>();

    /** @param schemaGiven whether the script names the schema, which SQLAlchemy then puts into names of indexes */
    TableSpec(String defaultSchema, ObjectKey table, boolean schemaGiven, boolean ifAbsent, Place at) {
        this.defaultSchema = defaultSchema;
        this.table = table;
        this.schemaGiven = schemaGiven;
        this.ifAbsent = ifAbsent;
        this.at = at;
        this.change = new TableChange(table, ifAbsent, at.line());
        this.constraints = new Constraints(defaultSchema);
        this.types = new ColumnTypes(defaultSchema);
    }

    /** {@code op.create_table} with these items. */
    List<Effect> table(List<Value> items) {
        var flat = flat(items).toList();
        flat.forEach(item -> attempt(item, () -> column(item)));
        flat.forEach(item -> attempt(item, () -> other(item)));
        columns.forEach(column -> attempt(column.type(), () -> enumType(column)));
        columns.forEach(column -> attempt(column.type(), () -> declare(column)));
        primaryKey().ifPresent(change::constraint);
        keys.stream().filter(key -> key.kind() != ConstraintKind.PRIMARY_KEY).forEach(change::constraint);
        var effects = new ArrayList<>(before);
        effects.add(new Effect.Create(new SchemaObject.Table(table), ifAbsent, at.line()));
        effects.addAll(change.effects());
        effects.addAll(after);
        return effects;
    }

    /** {@code op.add_column}: neither a type nor a primary key comes with it. */
    List<Effect> column(Value item, boolean onlyIfAbsent) {
        var column = ColumnSpec.of(item);
        declare(column, onlyIfAbsent);
        count(column, column.isKey() && column.isSerial(false));
        parts(column);
        var effects = new ArrayList<>(change.effects());
        effects.addAll(after);
        return effects;
    }

    private static Stream<Value> flat(List<Value> items) {
        return items.stream()
                .flatMap(item -> item instanceof Value.Items(var _, var inner) ? flat(inner) : Stream.of(item));
    }

    private void attempt(Value item, Runnable reading) {
        try {
            reading.run();
        } catch (Unclear unclear) {
            var place = switch (item) {
                case Made made -> made.at();
                case Value.Unknown(var unknown) -> unknown;
                default -> at;
            };
            after.add(new Effect.Opaque("in " + table + " " + unclear.why() + ": " + place.quote(), place.line()));
        }
    }

    private void column(Value item) {
        if (item instanceof Made made && made.name().equals("Column")) {
            var column = ColumnSpec.of(made);
            columns.add(column);
            // Checks are named after the columns they mention: all must be known first.
            declare(column, false);
        }
    }

    private void other(Value item) {
        switch (item) {
            case Made made when made.name().equals("Column") || made.name().equals("MetaData") -> {}
            case Made made when made.name().equals("Index") -> index(made);
            case Made made -> {
                var key = constraints.ofTable(made, change.columns());
                keys.add(key.orElseThrow(() -> new Unclear("an item is not known")));
            }
            case Value.Nothing _ -> {}
            default -> throw new Unclear("an item is not known");
        }
    }

    private void index(Made made) {
        var positional = made.arguments().positional();
        var name = Given.optionalText(made.arguments().get(0, "name"), "the name of an index");
        var columnsOfIndex = positional.subList(Math.min(1, positional.size()), positional.size());
        created(Indexes.read(table, name, columnsOfIndex, made.arguments()).index());
    }

    private void created(SchemaObject.Index index) {
        after.add(new Effect.Create(index, ifAbsent, at.line()));
    }

    private void declare(ColumnSpec column) {
        count(column, isSerial(column));
        parts(column);
    }

    private void declare(ColumnSpec column, boolean onlyIfAbsent) {
        var type = types.formatted(column.type());
        change.column(column.name(), type, column.nullable(), Defaults.of(column, type.isPresent()), onlyIfAbsent);
    }

    private void count(ColumnSpec column, boolean serial) {
        if (column.hasIdentity()) {
            change.identity(column.name(), Defaults.of(column, true).equals(new Default.Identity(true)));
        } else if (serial) {
            change.serial(column.name());
        }
    }

    /** Foreign keys, checks, {@code unique} and {@code index} of a column. */
    private void parts(ColumnSpec column) {
        column.extras("ForeignKey").forEach(key -> change.constraint(constraints.ofColumn(key, column.name())));
        column.extras("CheckConstraint")
                .forEach(check -> change.constraint(constraints.check(check, change.columns())));
        if (column.flag("index")) {
            created(Indexes.ofColumn(table, schemaGiven, column.name(), column.flag("unique"))
                    .presumed());
        } else if (column.flag("unique")) {
            change.constraint(ConstraintSpec.of(ConstraintKind.UNIQUE, Optional.empty(), List.of(column.name())));
        }
    }

    private void enumType(ColumnSpec column) {
        var type = column.type() instanceof Made array && array.is("ARRAY")
                ? array.arguments().get(0, "item_type").orElse(array)
                : column.type();
        if (type instanceof Made made && EnumSpec.isEnum(made)) {
            var spec = new EnumSpec(made);
            if (spec.comesWithTable()) {
                before.add(spec.create(defaultSchema, true, made.at().line()));
            } else if (spec.isChecked()) {
                keys.add(ConstraintSpec.of(ConstraintKind.CHECK, Constraints.name(made), List.of(column.name())));
            }
        }
    }

    private List<String> keyColumns() {
        return primaryKey().map(ConstraintSpec::columns).orElse(List.of());
    }

    private Optional<ConstraintSpec> primaryKey() {
        var explicit = keys.stream()
                .filter(key -> key.kind() == ConstraintKind.PRIMARY_KEY)
                .findFirst();
        var inline =
                columns.stream().filter(ColumnSpec::isKey).map(ColumnSpec::name).toList();
        return explicit.filter(key -> !key.columns().isEmpty())
                .or(() -> inline.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ConstraintSpec.of(
                                ConstraintKind.PRIMARY_KEY, explicit.flatMap(ConstraintSpec::name), inline)));
    }

    private boolean isSerial(ColumnSpec column) {
        var key = keyColumns();
        if (!key.contains(column.name())) {
            return false;
        }
        var isReference = keys.stream()
                .anyMatch(foreign -> foreign.kind() == ConstraintKind.FOREIGN_KEY
                        && foreign.columns().contains(column.name()));
        return column.isSerial(isReference) && (key.size() == 1 || column.flag("autoincrement"));
    }
}

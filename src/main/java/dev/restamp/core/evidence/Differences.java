package dev.restamp.core.evidence;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.core.schema.expression.Agreement;
import dev.restamp.core.schema.expression.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What differs between an expected object and a live one. */
final class Differences {
    private final List<Deviation> found = new ArrayList<>();

    private Differences() {}

    /**
     * Empty where nothing that is known of both differs.
     *
     * @param anyOrder whether the labels of an enum may stand in any order, as parallel revisions leave them
     */
    static List<Deviation> between(SchemaObject expected, SchemaObject live, boolean anyOrder) {
        var differences = new Differences();
        switch (expected) {
            case SchemaObject.Column column
            when live instanceof SchemaObject.Column other -> differences.column(column, other);
            case SchemaObject.Constraint constraint
            when live instanceof SchemaObject.Constraint other -> differences.constraint(constraint, other);
            case SchemaObject.Index index
            when live instanceof SchemaObject.Index other -> differences.index(index, other);
            case SchemaObject.Type type
            when live instanceof SchemaObject.Type other -> differences.type(type, other, anyOrder);
            case SchemaObject.View view
            when live instanceof SchemaObject.View other ->
                differences.unequal("materialized", view.materialized(), other.materialized());
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Constraint _,
                    SchemaObject.Index _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> {}
        }
        return differences.found;
    }

    private void column(SchemaObject.Column expected, SchemaObject.Column live) {
        bothKnown("type", expected.type(), live.type());
        bothKnown("nullable", expected.nullable(), live.nullable());
        if (!agree(expected.preset(), live.preset())) {
            add("default", shown(live.preset()), shown(expected.preset()));
        }
    }

    private static boolean agree(Default expected, Default live) {
        if (expected instanceof Default.Unknown || live instanceof Default.Unknown) {
            return true;
        }
        return switch (expected) {
            case Default.Unknown _ -> true;
            case Default.None _ -> isNone(live);
            case Default.Expression(var written) ->
                live instanceof Default.Expression(var shown)
                        ? agree(written, shown)
                        : live instanceof Default.None && Expressions.isNull(written);
            case Default.Generated(var written) ->
                live instanceof Default.Generated(var shown) && agree(written, shown);
            case Default.Identity _ -> live.equals(expected);
        };
    }

    private static boolean isNone(Default live) {
        return live instanceof Default.None
                || (live instanceof Default.Expression(var shown) && Expressions.isNull(shown));
    }

    private static boolean agree(String written, String live) {
        return Expressions.compare(written, live) != Agreement.DIFFERENT;
    }

    private static String shown(Default preset) {
        return switch (preset) {
            case Default.Unknown _ -> "not known";
            case Default.None _ -> "none";
            case Default.Expression(var sql) -> Expressions.shown(sql);
            case Default.Generated(var sql) -> "generated as " + Expressions.shown(sql);
            case Default.Identity(var always) -> always ? "identity always" : "identity";
        };
    }

    /** Which columns a check mentions is not compared by name: its condition tells. */
    private void constraint(SchemaObject.Constraint expected, SchemaObject.Constraint live) {
        unequal("kind", expected.kind().word(), live.kind().word());
        if (expected.kind() != ConstraintKind.CHECK) {
            knownNames("columns", expected.columns(), live.columns());
        }
        bothKnown("referenced table", expected.referenced(), live.referenced());
        if (expected.references().isPresent() && live.references().isPresent()) {
            reference(expected.references().get(), live.references().get());
        }
        clause("condition", expected.condition(), live.condition());
        bothKnown("deferral", expected.deferral(), live.deferral());
    }

    private void reference(Reference expected, Reference live) {
        knownNames("referenced columns", expected.columns(), live.columns());
        bothKnown("on delete", expected.onDelete(), live.onDelete());
        bothKnown("on update", expected.onUpdate(), live.onUpdate());
    }

    private void index(SchemaObject.Index expected, SchemaObject.Index live) {
        knownNames("columns", expected.columns(), live.columns());
        bothKnown("unique", expected.unique(), live.unique());
        details(expected.details(), live.details());
        bothKnown("indexed table", expected.table(), live.table());
    }

    private void details(IndexDetails expected, IndexDetails live) {
        clause("predicate", expected.predicate(), live.predicate());
        clause("expression", expected.expressions(), live.expressions());
        bothKnown("method", expected.method(), live.method());
        bothKnown("included columns", expected.included(), live.included());
        bothKnown("descending", expected.descending(), live.descending());
    }

    private void type(SchemaObject.Type expected, SchemaObject.Type live, boolean anyOrder) {
        unequal("kind", expected.kind(), live.kind());
        if (!anyOrder || !new HashSet<>(expected.labels()).equals(new HashSet<>(live.labels()))) {
            knownNames("labels", expected.labels(), live.labels());
        }
    }

    private void clause(String what, Clause expected, Clause live) {
        if (!agree(expected, live)) {
            add(what, shown(live), shown(expected));
        }
    }

    private static boolean agree(Clause expected, Clause live) {
        if (expected instanceof Clause.Unknown || live instanceof Clause.Unknown) {
            return true;
        }
        return (expected instanceof Clause.Sql(var written) && live instanceof Clause.Sql(var shown))
                ? agree(written, shown)
                : (expected instanceof Clause.None) == (live instanceof Clause.None);
    }

    private static String shown(Clause clause) {
        return switch (clause) {
            case Clause.Unknown _ -> "not known";
            case Clause.None _ -> "none";
            case Clause.Some _ -> "one that is not known";
            case Clause.Sql(var text) -> Expressions.shown(text);
        };
    }

    private void knownNames(String what, List<String> expected, List<String> live) {
        if (!expected.isEmpty()) {
            unequal(what, expected, live);
        }
    }

    private <T> void bothKnown(String what, Optional<T> expected, Optional<T> live) {
        if (expected.isPresent() && live.isPresent()) {
            unequal(what, expected.get(), live.get());
        }
    }

    private void unequal(String what, Object expected, Object live) {
        if (!expected.equals(live)) {
            add(what, live, expected);
        }
    }

    private void add(String what, Object live, Object expected) {
        found.add(new Deviation(what, live.toString(), expected.toString()));
    }
}

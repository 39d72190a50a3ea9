package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.constraint;
import static dev.restamp.core.evidence.Sketch.foreignKey;
import static dev.restamp.core.evidence.Sketch.index;
import static dev.restamp.core.evidence.Sketch.make;
import static dev.restamp.core.evidence.Sketch.table;
import static dev.restamp.core.evidence.Sketch.unnamed;
import static dev.restamp.core.evidence.Sketch.unnamedIndex;
import static dev.restamp.core.evidence.World.revision;
import static dev.restamp.core.evidence.World.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Reference.Action;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table t (a, b), and on top of it one revision that makes something. */
class LiveSchemaTest {

    static Stream<Arguments> foundUnderAnotherName() {
        return Stream.of(
                Arguments.of(unnamed(foreignKey("t.t_a_fkey", "a", "u")), foreignKey("t.fk_t_a_u", "a", "u")),
                Arguments.of(unnamed(unique("t.t_a_key", "a")), unique("t.uq_t_a", "a")),
                Arguments.of(unnamed(key("t.t_pkey", "a")), key("t.pk_t", "a")),
                Arguments.of(unnamed(check("t.t_a_check")), check("t.ck_t_positive")),
                Arguments.of(unnamedIndex("t_a_idx", "t", "a"), index("ix_t_a", "t", "a")),
                Arguments.of(check("t.positive"), check("t.ck_t_positive")));
    }

    @ParameterizedTest
    @MethodSource
    void foundUnderAnotherName(SchemaObject made, SchemaObject live) {
        assertThat(status(made, live)).isEqualTo(Status.PRESENT);
    }

    static Stream<Arguments> notTheSame() {
        return Stream.of(
                Arguments.of(unnamed(foreignKey("t.t_a_fkey", "a", "u")), foreignKey("t.fk", "b", "u")),
                Arguments.of(unnamed(foreignKey("t.t_a_fkey", "a", "u")), foreignKey("t.fk", "a", "t")),
                Arguments.of(unnamed(unique("t.t_a_key", "a")), unique("t.uq", "a", "b")),
                Arguments.of(unnamed(unique("t.t_a_key", "a")), unique("u.uq", "a")),
                Arguments.of(unnamedIndex("t_a_idx", "t", "a"), uniqueIndex("ix", "t", "a")),
                Arguments.of(foreignKey("t.fk_given", "a", "u"), foreignKey("t.fk_other", "a", "u")),
                Arguments.of(check("t.positive"), check("t.ck_t_other")),
                Arguments.of(index("ix_given", "t", "a"), index("ix_other", "t", "a")));
    }

    @ParameterizedTest
    @MethodSource
    void notTheSame(SchemaObject made, SchemaObject live) {
        assertThat(status(made, live)).isEqualTo(Status.ABSENT);
    }

    static Stream<Arguments> differs() {
        return Stream.of(
                Arguments.of(unique("t.uq", "a"), unique("t.uq", "b"), "columns is [b], the script makes [a]"),
                Arguments.of(unique("t.uq", "a"), key("t.uq", "a"), "kind is primary key, the script makes unique"),
                Arguments.of(
                        foreignKey("t.fk", "a", "u"),
                        foreignKey("t.fk", "a", "t"),
                        "referenced table is table t, the script makes table u"),
                Arguments.of(
                        index("ix", "t", "a"), uniqueIndex("ix", "t", "a"), "unique is true, the script makes false"),
                Arguments.of(
                        Sketch.column("t", "c text").withPreset(new Default.Expression("'a'")),
                        Sketch.column("t", "c text").withPreset(new Default.Expression("'b'::text")),
                        "default is 'b', the script makes 'a'"),
                Arguments.of(
                        Sketch.column("t", "c text"),
                        Sketch.column("t", "c text").withPreset(new Default.Expression("now()")),
                        "default is now(), the script makes none"),
                Arguments.of(
                        Sketch.column("t", "c text").withPreset(new Default.Identity(false)),
                        Sketch.column("t", "c text"),
                        "default is none, the script makes identity"),
                Arguments.of(
                        Sketch.check("t.ck", "a > 0"),
                        Sketch.check("t.ck", "(a > 1)"),
                        "condition is (a > 1), the script makes a > 0"),
                Arguments.of(
                        Sketch.check("t.positive", "a > 0"),
                        Sketch.check("t.ck_t_positive", "(a > 1)"),
                        "condition is (a > 1), the script makes a > 0"),
                Arguments.of(
                        Sketch.partial(index("ix", "t", "a"), "b IS NULL"),
                        index("ix", "t", "a"),
                        "predicate is none, the script makes b IS NULL"),
                Arguments.of(
                        acting(foreignKey("t.fk", "a", "u"), Action.CASCADE),
                        acting(foreignKey("t.fk", "a", "u"), Action.SET_NULL),
                        "on delete is SET NULL, the script makes CASCADE"),
                Arguments.of(
                        unnamed(acting(foreignKey("t.t_a_fkey", "a", "u"), Action.CASCADE)),
                        acting(foreignKey("t.fk_t_a", "a", "u"), Action.NO_ACTION),
                        "on delete is NO ACTION, the script makes CASCADE"),
                Arguments.of(
                        Sketch.column("t", "c text"),
                        Sketch.column("t", "c text?"),
                        "nullable is true, the script makes false"),
                Arguments.of(
                        Sketch.enumType("e", "x", "y"),
                        Sketch.enumType("e", "y", "x"),
                        "labels is [y, x], the script makes [x, y]"));
    }

    @ParameterizedTest
    @MethodSource
    void differs(SchemaObject made, SchemaObject live, String how) {
        var world = world(made);
        var evidence = world.evidence(with(world.at("base"), live))
                .of(world.graph().get("made").orElseThrow());
        assertThat(evidence.status()).isEqualTo(Status.PARTLY);
        assertThat(evidence.observations())
                .singleElement()
                .satisfies(one -> assertThat(one.details()).containsExactly(how));
    }

    @Test
    void the_columns_of_a_check_are_not_compared() {
        assertThat(status(constraint(ConstraintKind.CHECK, "t.ck", "a"), check("t.ck")))
                .isEqualTo(Status.PRESENT);
    }

    @Test
    void of_checks_without_names_the_condition_tells_which_is_which() {
        var world = World.of(
                revision("base").does(table("t", "a bigint")),
                revision("one", "base").does(make(unnamed(Sketch.check("t.t_check", "a > 0")))),
                revision("two", "one").does(make(unnamed(Sketch.check("t.t_check1", "a < 9")))));
        var swapped =
                with(world.at("base"), Sketch.check("t.t_check", "(a < 9)"), Sketch.check("t.t_check1", "(a > 0)"));
        assertThat(world.status("one", swapped)).isEqualTo(Status.PRESENT);
        assertThat(world.status("two", swapped)).isEqualTo(Status.PRESENT);
    }

    @Test
    void what_may_be_the_same_is_there() {
        assertThat(status(Sketch.check("t.ck", "a IN (SELECT 1)"), Sketch.check("t.ck", "(a > 0)")))
                .isEqualTo(Status.PRESENT);
        assertThat(status(check("t.ck").withCondition(Clause.some()), Sketch.check("t.ck", "(a > 0)")))
                .isEqualTo(Status.PRESENT);
    }

    @Test
    void one_live_object_does_not_stand_for_two() {
        var world = World.of(
                revision("base").does(table("t", "a bigint")),
                revision("one", "base").does(make(unnamed(check("t.t_check")))),
                revision("two", "one").does(make(unnamed(check("t.t_check1")))));
        var live = with(world.at("base"), check("t.ck_t_first"));
        assertThat(world.status("one", live)).isEqualTo(Status.PRESENT);
        assertThat(world.status("two", live)).isEqualTo(Status.ABSENT);
        assertThat(world.status("two", with(live, check("t.ck_t_second")))).isEqualTo(Status.PRESENT);
    }

    @Test
    void what_the_project_makes_under_a_name_is_nothing_else_under_a_new_one() {
        var world = World.of(
                revision("base").does(table("t", "a bigint")),
                revision("one", "base").does(make(unnamed(unique("t.t_a_key", "a")))),
                revision("two", "base").does(make(unique("t.uq_t_a", "a"))));
        assertThat(world.status("one", world.at("two"))).isEqualTo(Status.ABSENT);
    }

    private static Status status(SchemaObject made, SchemaObject live) {
        var world = world(made);
        return world.status("made", with(world.at("base"), live));
    }

    private static World world(SchemaObject made) {
        return World.of(
                revision("base").does(table("u", "a bigint"), table("t", "a bigint", "b bigint")),
                revision("made", "base").does(make(made)));
    }

    private static SchemaObject.Constraint unique(String name, String... columns) {
        return constraint(ConstraintKind.UNIQUE, name, columns);
    }

    private static SchemaObject.Constraint key(String name, String... columns) {
        return constraint(ConstraintKind.PRIMARY_KEY, name, columns);
    }

    private static SchemaObject.Constraint acting(SchemaObject.Constraint foreignKey, Action onDelete) {
        return foreignKey.withReferences(foreignKey
                .references()
                .map(to -> new Reference(to.table(), List.of("a"), Optional.of(onDelete), Optional.empty())));
    }

    private static SchemaObject.Constraint check(String name) {
        return constraint(ConstraintKind.CHECK, name);
    }

    private static SchemaObject.Index uniqueIndex(String name, String table, String... columns) {
        return index(name, table, columns).withUnique(true);
    }
}

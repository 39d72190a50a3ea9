package dev.restamp.tracker.alembic.script;

import static dev.restamp.tracker.alembic.script.Scripts.script;
import static dev.restamp.tracker.alembic.script.Scripts.upgrade;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts ask of the database before they act. */
class ScriptQuestionsTest {
    @Test
    void a_column_of_a_table_that_is_asked_for_is_dropped_where_it_is() {
        assertThat(upgrade("""
                if 't' in sa.inspect(op.get_bind()).get_table_names():
                    op.drop_column('t', 'a')""")).containsExactly("drop column t.a, if present");
    }

    @Test
    void the_answer_is_that_of_the_moment_of_the_question() {
        assertThat(upgrade("""
                if not sa.inspect(op.get_bind()).has_table('t'):
                    op.create_table('t')
                    op.drop_table('old')"""))
                .containsExactly("ask 1 table t", "create table t, if absent", "where not answer 1: drop table old");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a'",
                "select column_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name='t' and column_name='a'"
            })
    void a_query_of_the_catalog_is_a_question_too(String query) {
        assertThat(upgrade("""
                found = op.get_bind().execute(sa.text("%s")).fetchone()
                if found is None:
                    op.add_column('t', sa.Column('a', sa.Date()))""".formatted(query))).containsExactly("create column t.a date null, if absent");
    }

    @Test
    void its_parameters_count() {
        assertThat(script("""
                def exists(table):
                    query = sa.text("SELECT count(*) FROM information_schema.tables WHERE table_name = :name")
                    return op.get_bind().execute(query, {'name': table}).scalar() > 0
                def upgrade():
                    if exists('t'):
                        op.drop_table('t')
                """)).containsExactly("drop table t, if present");
    }

    @Test
    void a_loop_over_what_is_there_visits_what_the_scripts_before_have_made() {
        assertThat(upgrade("""
                op.create_table('u', sa.Column('id', sa.Date(), primary_key=True))
                op.create_table('t', sa.Column('a', sa.Date(), sa.ForeignKey('u.id')))
                keys = sa.inspect(op.get_bind()).get_foreign_keys('t')
                for key in keys:
                    op.drop_constraint(key['name'], 't', type_='foreignkey')
                for key in keys:
                    op.create_foreign_key(key['name'], 't', key['referred_table'], key['constrained_columns'], ['id'])
                """))
                .endsWith(
                        "drop constraint t.t_a_fkey, if present",
                        "create constraint t.t_a_fkey foreign key [a] to table u [id], if absent");
    }

    @Test
    void of_a_table_that_no_script_made_nothing_is_listed() {
        assertThat(upgrade("""
                for key in sa.inspect(op.get_bind()).get_foreign_keys('t'):
                    op.drop_constraint(key['name'], 't', type_='foreignkey')"""))
                .singleElement()
                .asString()
                .startsWith("OPAQUE the name of the constraint is not known");
    }

    @Test
    void a_statement_that_fails_ends_the_transaction_so_what_is_tried_was_done() {
        assertThat(upgrade("""
                try:
                    op.drop_constraint('ck', 't')
                except Exception:
                    op.drop_constraint('check', 't')
                op.drop_table('u')""")).containsExactly("drop constraint t.ck, if present", "drop table u");
    }

    @Test
    void what_only_looks_like_a_condition_is_no_name() {
        assertThat(upgrade("op.drop_table(op.get_context().opts.get('t') or 'u')"))
                .singleElement()
                .asString()
                .startsWith("OPAQUE the table is not known");
    }
}

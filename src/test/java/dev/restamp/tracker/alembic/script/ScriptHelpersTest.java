package dev.restamp.tracker.alembic.script;

import static dev.restamp.tracker.alembic.script.Scripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Effect;
import dev.restamp.tracker.EffectText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helpers that scripts call: of the same file, of the project, of plug-ins. */
class ScriptHelpersTest {
    @TempDir
    Path project;

    @Test
    void a_helper_of_the_project_is_followed_and_its_effects_have_the_line_of_the_call() throws IOException {
        module("app/util.py", """
                from alembic import op
                from . import names

                def drop(table):
                    op.drop_table(names.PREFIX + table)
                """);
        module("app/names.py", "PREFIX = 'old_'\n");
        module("app/__init__.py", "");
        var effects = project("""
                from app.util import drop
                def upgrade():
                    drop('t')
                """);
        assertThat(EffectText.of(effects)).containsExactly("drop table old_t");
        assertThat(effects).extracting(Effect::line).containsExactly(7);
    }

    @Test
    void a_type_of_the_project_is_what_it_is_on_postgresql() throws IOException {
        module("app_types.py", """
                import sqlalchemy as sa
                from sqlalchemy.dialects.postgresql import UUID
                from sqlalchemy.types import TypeDecorator, CHAR, UserDefinedType

                class GUID(TypeDecorator):
                    impl = CHAR
                    def load_dialect_impl(self, dialect):
                        if dialect.name == 'postgresql':
                            return dialect.type_descriptor(UUID())
                        return dialect.type_descriptor(CHAR(32))

                class Name(sa.types.TypeDecorator):
                    impl = sa.String(40)

                class Box(UserDefinedType):
                    def get_col_spec(self, **kw):
                        return 'CIRCLE'
                """);
        assertThat(EffectText.of(project("""
                import app_types
                def upgrade():
                    op.alter_column('t', 'a', type_=app_types.GUID())
                    op.alter_column('t', 'b', type_=app_types.Name)
                    op.alter_column('t', 'c', type_=app_types.Box())
                """)))
                .containsExactly(
                        "alter column t.a uuid", "alter column t.b character varying(40)", "alter column t.c circle");
    }

    @Test
    void a_module_that_imports_itself_or_is_broken_is_merely_not_known() throws IOException {
        module("round.py", "from round import x\n");
        module("broken.py", "def f(:\n  pass\n");
        assertThat(EffectText.of(project("""
                from round import x
                from broken import f
                def upgrade():
                    op.drop_table(x)
                    f()
                """))).hasSize(2).allMatch(effect -> effect.startsWith("OPAQUE "));
    }

    @Test
    void a_decorator_of_the_project_wraps_and_one_that_is_not_known_hides() {
        assertThat(script("""
                import functools, other
                def logged(f):
                    @functools.wraps(f)
                    def inner(*args, **kwargs):
                        print(f)
                        return f(*args, **kwargs)
                    return inner
                @logged
                def drop(table):
                    op.drop_table(table)
                @other.maybe
                def perhaps():
                    op.drop_table('u')
                def upgrade():
                    drop('t')
                    perhaps()
                """)).containsExactly("drop table t", "OPAQUE a call that is not known: perhaps()");
    }

    @Test
    void a_context_manager_runs_around_what_stands_inside() {
        assertThat(script("""
                from contextlib import contextmanager
                @contextmanager
                def without_index(name, table):
                    op.drop_index(name, table)
                    try:
                        yield op
                    finally:
                        op.create_index(name, table, ['a'])
                def upgrade():
                    with without_index('ix', 't') as inner:
                        inner.drop_column('t', 'b')
                """))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("drop index ix"),
                        two -> assertThat(two).isEqualTo("drop column t.b"),
                        three -> assertThat(three).startsWith("create index ix on t [a]"));
    }

    @Test
    void objects_of_small_classes_keep_what_they_are_given() {
        assertThat(script("""
                class Operation:
                    def run(self):
                        if not self.skipped():
                            self.execute()
                    def skipped(self):
                        return False
                class Drop(Operation):
                    def __init__(self, table):
                        self.table = table
                    def execute(self):
                        op.drop_table(self.table)
                def upgrade():
                    Drop('t').run()
                """)).containsExactly("drop table t");
    }

    @Test
    void env_py_may_hand_over_op() {
        assertThat(script("""
                def upgrade(op, tables):
                    op.drop_table('t')
                """)).containsExactly("drop table t");
    }

    @Test
    void entities_of_alembic_utils_and_labels_of_alembic_postgresql_enum_are_known() {
        assertThat(script("""
                from alembic_utils.pg_function import PGFunction
                from alembic_utils.pg_trigger import PGTrigger
                def upgrade():
                    up = PGFunction(schema='public', signature='up(a integer)', definition='...')
                    op.create_entity(up)
                    op.replace_entity(PGTrigger('public', 'tr', 'BEFORE ...', on_entity='public.t'))
                    op.drop_entity(up)
                    op.sync_enum_values('public', 'state', ['a', 'b'], [('t', 'state')])
                """))
                .containsExactly(
                        "create function up",
                        "create trigger t.tr, if absent",
                        "drop function up",
                        "drop type state",
                        "create type state ENUM [a, b]");
    }

    private List<Effect> project(String script) {
        return Scripts.effects(script, List.of(project));
    }

    private void module(String file, String text) throws IOException {
        var path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

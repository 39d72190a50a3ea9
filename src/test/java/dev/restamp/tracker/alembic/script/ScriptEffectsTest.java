package dev.restamp.tracker.alembic.script;

import static dev.restamp.tracker.alembic.script.Scripts.effects;
import static dev.restamp.tracker.alembic.script.Scripts.script;
import static dev.restamp.tracker.alembic.script.Scripts.upgrade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Effect;
import dev.restamp.tracker.EffectText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body of {@code upgrade()} in, effects out; the default schema is {@code public}. */
class ScriptEffectsTest {
    @Test
    void a_table_as_autogenerate_writes_it() {
        assertThat(upgrade("""
                op.create_table('orders',
                sa.Column('id', sa.Integer(), nullable=False),
                sa.Column('user_id', sa.Integer(), nullable=True),
                sa.Column('code', sa.String(length=50), nullable=False),
                sa.Column('at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
                sa.Column('total', sa.Numeric(10, 2), nullable=True),
                sa.Column('status', sa.Enum('open', 'paid', name='order_status'), nullable=False),
                sa.Column('data', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
                sa.Column('tags', postgresql.ARRAY(sa.String()), nullable=True),
                sa.CheckConstraint('total > 0'),
                sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_orders_user'), ondelete='CASCADE'),
                sa.PrimaryKeyConstraint('id'),
                sa.UniqueConstraint('code')
                )
                op.create_index(op.f('ix_orders_code'), 'orders', ['code'], unique=False)"""))
                .containsExactly(
                        "create type order_status ENUM [open, paid], if absent",
                        "create table orders",
                        "create column orders.id integer not null default nextval('orders_id_seq'::regclass)",
                        "create column orders.user_id integer null",
                        "create column orders.code character varying(50) not null",
                        "create column orders.at timestamp with time zone not null default now()",
                        "create column orders.total numeric(10,2) null",
                        "create column orders.status order_status not null",
                        "create column orders.data jsonb null",
                        "create column orders.tags character varying[] null",
                        "create constraint orders.orders_pkey primary key [id] (unnamed)",
                        "create constraint orders.orders_code_key unique [code] (unnamed)",
                        "create constraint orders.fk_orders_user foreign key [user_id] to table users [id] on delete CASCADE",
                        "create constraint orders.orders_total_check check [] (total > 0) (unnamed)",
                        "create sequence orders_id_seq, if absent",
                        "create index ix_orders_code on orders [code]");
    }

    @Test
    void a_table_written_by_hand_with_everything_in_its_columns() {
        assertThat(upgrade("""
                op.create_table(
                    'Users',
                    sa.Column('id', sa.BigInteger, primary_key=True),
                    sa.Column('email', sa.Text, unique=True, nullable=False),
                    sa.Column('name', sa.String, index=True),
                    sa.Column('team', sa.Integer, sa.ForeignKey('hr.teams.id', name='fk_team')),
                    sa.Column('key', postgresql.UUID(as_uuid=True), index=True, unique=True),
                    sa.Column('other', MyType()),
                    sa.Index('ix_lower', sa.text('lower(email)'), postgresql_where=sa.text('team > 1')),
                    schema='app')"""))
                .containsExactly(
                        "create table app.Users",
                        "create column app.Users.id bigint not null default nextval('Users_id_seq'::regclass)",
                        "create column app.Users.email text not null",
                        "create column app.Users.name character varying null",
                        "create column app.Users.team integer null",
                        "create column app.Users.key uuid null",
                        "create column app.Users.other ? null default ?",
                        "create constraint app.Users.Users_pkey primary key [id] (unnamed)",
                        "create constraint app.Users.Users_email_key unique [email] (unnamed)",
                        "create constraint app.Users.fk_team foreign key [team] to table hr.teams [id]",
                        "create sequence app.Users_id_seq, if absent",
                        "create index app.ix_lower on Users [] over (lower(email)) where (team > 1)",
                        "create index app.ix_app_Users_name on Users [name] (unnamed)",
                        "create index app.ix_app_Users_key on Users [key] unique (unnamed)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "op.add_column('t', sa.Column('a', sa.Float(), nullable=False)) | create column t.a double precision not null",
                "op.add_column('t', sa.Column('a', sa.String(9)), schema='s') | create column s.t.a character varying(9) null",
                "op.add_column(table_name='t', column=sa.Column('a', sa.Time)) | create column t.a time without time zone null",
                "op.drop_column('t', 'a') | drop column t.a",
                "op.drop_table('t', schema='s') | drop table s.t",
                "op.drop_table('t', if_exists=True) | drop table t, if present",
                "op.rename_table('t', 'u') | rename table t to public.u",
                "op.alter_column('t', 'a', new_column_name='b', existing_type=sa.Integer()) | rename column t.a to public.t.b",
                "op.alter_column('t', 'a', existing_type=sa.Integer(), nullable=True) | alter column t.a null",
                "op.alter_column('t', 'a', type_=sa.Text(), nullable=False) | alter column t.a text not null",
                "op.alter_column('t', 'a', server_default=None) | alter column t.a no default",
                "op.alter_column('t', 'a', server_default='it\\'s', nullable=False) | alter column t.a not null default 'it''s'",
                "op.alter_column('t', 'a', server_default=sa.text('now()'), type_=sa.DateTime()) | alter column t.a timestamp without time zone default now()",
                "op.alter_column('t', 'a', server_default=False, comment='x') | PROPERTY op.alter_column('t', 'a', server_default=False, comment='x')",
                "op.add_column('t', sa.Column('a', sa.Boolean(), server_default=sa.false(), nullable=False)) | create column t.a boolean not null default false",
                "op.add_column('t', sa.Column('a', sa.Boolean, server_default='0')) | create column t.a boolean null default '0'",
                "op.add_column('t', sa.Column('a', sa.DateTime, server_default=sa.func.now())) | create column t.a timestamp without time zone null default now()",
                "op.add_column('t', sa.Column('a', sa.DateTime, server_default=sa.func.timezone('utc', sa.func.current_timestamp()))) | create column t.a timestamp without time zone null default timezone('utc', current_timestamp())",
                "op.add_column('t', sa.Column('a', sa.Text, server_default=sa.text(unknown()))) | create column t.a text null default ?",
                "op.add_column('t', sa.Column('a', sa.Text, server_default=sa.FetchedValue())) | create column t.a text null default ?",
                "op.add_column('t', sa.Column('a', sa.Text, sa.Computed('lower(b)'))) | create column t.a text null generated (lower(b))",
                "op.create_index('i', 't', ['a', sa.text('lower(b)')], unique=True) | create index i on t [a, ] unique over (lower(b))",
                "op.create_index(None, 't', ['a']) | create index ix_t_a on t [a] (unnamed)",
                "op.create_index('i', 't', [sa.text('a DESC')], postgresql_where=sa.text('b')) | create index i on t [a] descending [true] where (b)",
                "op.create_index('i', 't', [sa.func.lower(sa.column('a')), sa.desc('b')], postgresql_using='GIN', postgresql_include=['c']) | create index i on t [, b] over (lower(\"a\")) gin descending [false, true] include [c]",
                "op.create_index('i', 't', ['a'], postgresql_where=sa.column('b').is_(None)) | create index i on t [a] where ?",
                "op.drop_index(op.f('i'), table_name='t') | drop index i",
                "op.drop_index('i', 't', 's', if_exists=True) | drop index s.i, if present",
                "op.create_unique_constraint(None, 't', ['a', 'b']) | create constraint t.t_a_b_key unique [a, b] (unnamed)",
                "op.create_primary_key('pk', 't', ['a']) | create constraint t.pk primary key [a]",
                "op.create_foreign_key('fk', 't', 'u', ['a'], ['id'], referent_schema='s') | create constraint t.fk foreign key [a] to table s.u [id]",
                "op.create_check_constraint('ck', 't', 'a > 0') | create constraint t.ck check [] (a > 0)",
                "op.create_check_constraint('ck', 't', sa.column('a') > 0) | create constraint t.ck check [] ?",
                "op.create_foreign_key('fk', 't', 'u', ['a'], ['id'], ondelete='set null', onupdate='CASCADE', deferrable=True) | create constraint t.fk foreign key [a] to table u [id] on delete SET NULL on update CASCADE deferrable",
                "op.create_exclude_constraint('ex', 't', ('a', '='), ('b', '&&')) | create constraint t.ex exclusion [a, b]",
                "op.drop_constraint('c', 't', type_='unique') | drop constraint t.c",
                "op.create_table_comment('t', 'x') | PROPERTY op.create_table_comment('t', 'x')",
                "op.bulk_insert(t, []) | DATA op.bulk_insert(t, [])",
                "op.execute(sa.text('DROP VIEW v')) | drop view v",
                "op.execute('UPDATE t SET a = 1') | DATA UPDATE t SET a = 1",
                "op.execute(sa.update(t).where(t.c.a == 1).values(a=2)) | DATA op.execute(sa.update(t).where(t.c.a == 1).values(a=2))",
                "op.get_bind().execute(sa.schema.CreateSequence(sa.Sequence('s'))) | create sequence s",
                "op.execute(sa.schema.CreateSchema('s', if_not_exists=True)) | create schema s, if absent",
                "postgresql.ENUM('a', 'b', name='e').create(op.get_bind()) | create type e ENUM [a, b], if absent",
                "sa.Enum('a', name='e').create(op.get_bind(), checkfirst=False) | create type e ENUM [a]",
                "sa.Enum(name='e').drop(op.get_bind(), checkfirst=True) | drop type e, if present"
            })
    void an_operation_has_its_effect(String call, String effect) {
        assertThat(upgrade(call)).containsExactly(effect);
    }

    @Test
    void a_batch_works_on_its_table() {
        assertThat(upgrade("""
                with op.batch_alter_table('t', schema='s') as batch_op:
                    batch_op.add_column(sa.Column('a', sa.Integer(), nullable=True))
                    batch_op.alter_column('b', existing_type=sa.Text(), nullable=False)
                    batch_op.create_index(batch_op.f('ix'), ['a'], unique=True)
                    batch_op.create_foreign_key('fk', 'u', ['a'], ['id'])
                    batch_op.create_unique_constraint('uq', ['a'])
                    batch_op.drop_constraint('old', type_='foreignkey')
                    batch_op.drop_index('old_ix')
                    batch_op.drop_column('c')"""))
                .containsExactly(
                        "create column s.t.a integer null",
                        "alter column s.t.b not null",
                        "create index s.ix on t [a] unique",
                        "create constraint s.t.fk foreign key [a] to table u [id]",
                        "create constraint s.t.uq unique [a]",
                        "drop constraint s.t.old",
                        "drop index s.old_ix",
                        "drop column s.t.c");
    }

    @Test
    void constants_loops_and_helpers_are_followed() {
        assertThat(script("""
                TABLES = ('a', 'b')
                SUFFIX = 'log'
                KINDS = {'x': sa.Integer, 'y': sa.Text()}
                def stamp(name, *, column='at'):
                    return sa.Column(column, sa.Date(), nullable=False)
                def add(table):
                    op.add_column(table, stamp(table))
                def upgrade():
                    for i, t in enumerate(TABLES):
                        add(f'{t}_{SUFFIX}_{i:02d}')
                    for name, kind in KINDS.items():
                        op.add_column('%s_%s' % ('k', SUFFIX), sa.Column(name, kind))
                    for old, new in zip(['p'], ['q']):
                        op.execute("ALTER TABLE {} RENAME TO {}".format(old, new))
                    [op.drop_table(t) for t in TABLES if t != 'a']
                    op.create_table('c', *[sa.Column(n, sa.Date) for n in 'd e'.split()])
                """))
                .containsExactly(
                        "create column a_log_00.at date not null",
                        "create column b_log_01.at date not null",
                        "create column k_log.x integer null",
                        "create column k_log.y text null",
                        "rename table p to public.q",
                        "drop table b",
                        "create table c",
                        "create column c.d date null",
                        "create column c.e date null");
    }

    @Test
    void the_dialect_is_postgresql_and_the_script_runs_online() {
        assertThat(upgrade("""
                bind = op.get_bind()
                if bind.dialect.name == 'sqlite':
                    op.drop_table('never')
                elif op.get_context().dialect.name in ('postgresql', 'cockroachdb'):
                    op.drop_table('a')
                if context.is_offline_mode():
                    return
                op.drop_table('b')""")).containsExactly("drop table a", "drop table b");
    }

    @Test
    void an_inspector_guard_becomes_part_of_the_effect() {
        assertThat(script("""
                def has_column(table, column):
                    inspector = sa.inspect(op.get_bind())
                    return column in [c['name'] for c in inspector.get_columns(table)]
                def upgrade():
                    inspector = sa.inspect(op.get_bind())
                    tables = set(inspector.get_table_names())
                    if 't' not in tables:
                        op.create_table('t', sa.Column('a', sa.Date()))
                        op.create_index('ix', 't', ['a'])
                    if not has_column('t', 'b'):
                        op.add_column('t', sa.Column('b', sa.Date()))
                    if inspector.has_table('u'):
                        op.drop_table('u')
                    if any(i['name'] == 'ix2' for i in inspector.get_indexes('t')):
                        op.drop_index('ix2', table_name='t')
                """))
                .containsExactly(
                        "create table t, if absent",
                        "create column t.a date null, if absent",
                        "create index ix on t [a], if absent",
                        "create column t.b date null, if absent",
                        "drop table u, if present",
                        "drop index ix2, if present");
    }

    @Test
    void a_helper_that_asks_for_the_table_first_asks_for_the_column() {
        assertThat(script("""
                def has_column(table, column):
                    inspector = sa.inspect(op.get_bind())
                    if table not in inspector.get_table_names():
                        return False
                    for c in inspector.get_columns(table):
                        if c['name'] == column:
                            return True
                    return False
                def upgrade():
                    if not has_column('t', 'a'):
                        op.add_column('t', sa.Column('a', sa.Date()))
                        op.create_index('ix', 't', ['a'])
                        op.create_index('other', 't', ['b'])
                    if has_column('t', 'b'):
                        op.drop_column('t', 'b')
                """))
                .containsExactly(
                        "ask 1 table t",
                        "ask 2 column t.a",
                        "create column t.a date null, if absent",
                        "create index ix on t [a], if absent",
                        "where not all [answer 1, answer 2]: create index other on t [b]",
                        "drop column t.b, if present");
    }

    @Test
    void an_early_return_guards_what_follows() {
        assertThat(upgrade("""
                if sa.inspect(op.get_bind()).has_table('t'):
                    return
                op.create_table('t', sa.Column('a', sa.Date()))
                op.drop_table('u')"""))
                .containsExactly(
                        "ask 1 table t",
                        "create table t, if absent",
                        "create column t.a date null, if absent",
                        "where not answer 1: drop table u");
    }

    @Test
    void a_loop_over_tables_guards_each_by_itself() {
        assertThat(upgrade("""
                inspector = sa.inspect(op.get_bind())
                for t in ['a', 'b']:
                    if inspector.has_table(t):
                        continue
                    op.create_table(t)""")).containsExactly("create table a, if absent", "create table b, if absent");
    }

    @Test
    void a_way_out_deep_inside_guards_what_follows() {
        assertThat(script("""
                def add(table, column):
                    for c in sa.inspect(op.get_bind()).get_columns(table):
                        if c['name'] == column:
                            return
                    op.add_column(table, sa.Column(column, sa.Date()))
                def upgrade():
                    add('t', 'a')
                    if x:
                        if y:
                            return
                        op.drop_table('u')
                    op.drop_table('v')
                """))
                .containsExactly(
                        "create column t.a date null, if absent",
                        "where all [[if x:], not [if y:]]: drop table u",
                        "where not all [[if x:], [if x:]]: drop table v");
    }

    @Test
    void a_break_ends_with_its_loop() {
        assertThat(upgrade("""
                for t in ['a', 'b']:
                    if x:
                        break
                    op.drop_table(t)
                op.drop_table('c')"""))
                .containsExactly(
                        "where not [if x:]: drop table a",
                        "where all [not [for t in ['a', 'b']:], not [if x:]]: drop table b",
                        "drop table c");
    }

    @Test
    void a_helper_may_return_either_way() {
        assertThat(script("""
                def missing(table):
                    if sa.inspect(op.get_bind()).has_table(table):
                        return False
                    else:
                        return True
                def upgrade():
                    if missing('t'):
                        op.create_table('t')
                """)).containsExactly("create table t, if absent");
    }

    @Test
    void a_branch_that_raises_never_happened() {
        assertThat(upgrade("""
                if op.get_bind().execute(sa.text('SELECT 1 FROM t')).scalar():
                    raise RuntimeError('clean up first')
                op.drop_table('t')""")).containsExactly("DATA SELECT 1 FROM t", "drop table t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "op.execute(load()) | SQL that is not known: op.execute(load())",
                "op.execute(query) | SQL that is not known: op.execute(query)",
                "op.drop_table(name) | the table is not known: op.drop_table(name)",
                "op.create_hypertable('t') | op.create_hypertable is not known",
                "helper(op) | a call of app.helper, which is not in this file",
                "exec('x') | a call that may do anything: exec('x')",
                "metadata.create_all(op.get_bind()) | a call that is not known: metadata.create_all(op.get_bind())",
                "op.execute(f'DROP TABLE {name}') | SQL not understood, a name that is not known: DROP TABLE …",
                "op.add_column('t', make()) | a column that is not known",
                "import os; os.system('x') | a call of os.system"
            })
    void what_only_a_run_could_tell_is_opaque(String body, String why) {
        var effects = script("""
                from app import load, helper, make, Fancy
                def upgrade():
                    %s
                """.formatted(body));
        assertThat(effects).isNotEmpty();
        assertThat(effects.getLast()).startsWith("OPAQUE ");
        assertThat(String.join("\n", effects)).contains(why);
    }

    @Test
    void a_type_that_is_not_known_is_forgotten_and_the_rest_is_not() {
        assertThat(script("""
                from app import Fancy
                def upgrade():
                    op.alter_column('t', 'a', type_=Fancy())
                    op.drop_column('t', 'b')
                """)).containsExactly("forget column t.a", "drop column t.b");
    }

    @Test
    void operations_under_a_condition_that_cannot_be_told_are_in_doubt_with_their_line() {
        var effects = effects("""
                def upgrade():
                    if os.environ.get('X'):
                        op.drop_table('t')
                    else:
                        op.execute('UPDATE t SET a = 1')
                    for row in op.get_bind().execute('SELECT 1'):
                        op.drop_table(row.name)
                    try:
                        op.drop_table('u')
                    except Exception:
                        pass
                """);
        assertThat(EffectText.of(effects))
                .containsExactly(
                        "where [if os.environ.get('X'):]: drop table t",
                        "DATA UPDATE t SET a = 1",
                        "DATA SELECT 1",
                        "OPAQUE the table is not known: op.drop_table(row.name)",
                        "drop table u, if present");
        assertThat(effects).extracting(Effect::line).containsExactly(7, 9, 10, 11, 13);
    }

    @Test
    void what_a_name_holds_after_an_open_condition_is_not_known() {
        assertThat(upgrade("""
                name = 'a'
                if os.environ.get('X'):
                    name = 'b'
                op.drop_table(name)""")).containsExactly("OPAQUE the table is not known: op.drop_table(name)");
    }

    @Test
    void one_item_that_is_not_known_leaves_the_rest_of_the_table_known() {
        assertThat(
                        upgrade(
                                "op.create_table('t', sa.Column('a', sa.Date()), audit_columns(), sa.PrimaryKeyConstraint('a'))"))
                .containsExactly(
                        "create table t",
                        "create column t.a date not null",
                        "create constraint t.t_pkey primary key [a] (unnamed)",
                        "OPAQUE in table t an item is not known: audit_columns()");
    }

    @Test
    void names_without_a_schema_are_not_claimed_once_the_search_path_has_moved() {
        assertThat(upgrade("op.execute('SET search_path TO tenant')\nop.drop_table('t')")
                        .getLast())
                .isEqualTo("OPAQUE drop table t after the search path has moved");
    }

    @Test
    void an_upgrade_that_does_nothing_has_no_effects() {
        assertThat(upgrade("pass")).isEmpty();
        assertThat(upgrade("\"\"\"merge\"\"\"")).isEmpty();
    }

    @Test
    void work_in_a_session_is_data() {
        assertThat(script("""
                from sqlalchemy.orm import Session
                import logging
                log = logging.getLogger(__name__)
                def upgrade():
                    session = Session(bind=op.get_bind())
                    for user in session.query(User).all():
                        session.add(Role(user))
                        log.info('done %s', user)
                    session.commit()
                    with op.get_context().autocommit_block():
                        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'fine'")
                """)).containsExactly("DATA session.add(Role(user))", "add label type mood fine, if absent");
    }

    @Test
    void an_enumeration_in_python_gives_its_type_name_and_labels() {
        assertThat(script("""
                import enum
                class Mood(str, enum.Enum):
                    HAPPY = 'happy'
                    SAD = 'sad'
                mood = sa.Enum(Mood)
                def upgrade():
                    op.create_table('t', sa.Column('m', mood), sa.Column('n', sa.Enum(Mood, name='n', create_type=False)))
                """))
                .containsExactly(
                        "create type mood ENUM [HAPPY, SAD], if absent",
                        "create table t",
                        "create column t.m mood null",
                        "create column t.n n null");
    }

    @Test
    void an_integer_key_counts_itself_up_unless_it_refers_or_has_a_default() {
        assertThat(upgrade("""
                op.create_table('a', sa.Column('id', sa.Integer, sa.ForeignKey('b.id'), primary_key=True))
                op.create_table('b', sa.Column('id', sa.Integer, primary_key=True, autoincrement=False))
                op.create_table('c', sa.Column('x', sa.Integer, primary_key=True), sa.Column('y', sa.Integer, primary_key=True))
                op.create_table('d', sa.Column('id', sa.Integer, sa.Identity(), primary_key=True))"""))
                .filteredOn(effect -> effect.contains("sequence"))
                .containsExactly("create sequence d_id_seq, if absent");
    }

    @Test
    void a_default_that_is_not_known_is_not_known_any_more_and_leaves_no_trace() {
        assertThat(upgrade("op.alter_column('t', 'a', server_default=unknown)"))
                .containsExactly(
                        "alter column t.a default ?", "PROPERTY op.alter_column('t', 'a', server_default=unknown)");
    }
}

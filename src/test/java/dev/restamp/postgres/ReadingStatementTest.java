package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingStatementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "SELECT version_num, xmin FROM alembic_version;",
                "select ';' as a -- ; delete from t",
                "select 1; -- that is all",
                "select 1 /* ; /* insert into t */ */",
                "(select 1) union (select 2)",
                "with a as (select 1) select * from a",
                "with recursive a(n) as (values (1) union all select n + 1 from a where n < 5) table a",
                "values (1), (2)",
                "table alembic_version",
                "show search_path",
                "explain select 1",
                "explain verbose select 1",
                "explain (costs off, format json) select 1",
                "explain (select 1)",
                "select 'delete from t', $$insert into t$$, $a$ ; drop table t $a$",
                "select E'it\\'s; delete from t'",
                "select \"delete from t\", \"into\" from t",
                "select update, t.delete, count(update) from t",
                "select substring(a for 2) from t",
                "select pg_terminate_backend from t",
                "select '{\"a\":1}'::jsonb ? 'a'",
                "select a->>'x', a #> '{b}' from t where b && array[1]",
                "select pg_size_pretty(pg_relation_size('t'))",
            })
    void what_reads_is_allowed(String sql) {
        assertThatCode(() -> ReadingStatement.check(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delete from t | does not run DELETE",
                "insert into t values (1) | does not run INSERT",
                "update t set a = 1 | does not run UPDATE",
                "merge into t using s on true when matched then delete | does not run MERGE",
                "copy t to program 'id' | does not run COPY",
                "lock table t in access exclusive mode | does not run LOCK",
                "notify a | does not run NOTIFY",
                "set transaction read write | does not run SET",
                "commit | does not run COMMIT",
                "do $$ begin end $$ | does not run DO",
                "call p() | does not run CALL",
                "create temp table a (b int) | does not run CREATE",
                "prepare a as delete from t | does not run PREPARE",
                "; | needs a statement",
                "-- nothing | needs a statement",
                "'select' | does not run this",
                "\"select\" 1 | does not run this",
                "select 1; select 2 | one statement at a time",
                "select 1; commit; delete from t | one statement at a time",
                "with a as (delete from t returning *) select * from a | does not run DELETE, also not within WITH",
                "with a as materialized (insert into t values (1) returning *) table a | does not run INSERT",
                "with a as (update t set b = 1 returning *) table a | does not run UPDATE",
                "with a as (update \"T\" set b = 1 returning *) table a | does not run UPDATE",
                "with a as (update only t set b = 1 returning *) table a | does not run UPDATE",
                "with a as (select 1) update t set b = 1 | does not run UPDATE",
                "with a as (select 1) delete from t | does not run DELETE",
                "with a as (select 1) delete/**/from t | does not run DELETE",
                "select * into a from t | SELECT … INTO",
                "select * from t for update | FOR UPDATE or SHARE",
                "select * from t for no key update | FOR UPDATE or SHARE",
                "select * from t for share | FOR UPDATE or SHARE",
                "explain analyze select 1 | EXPLAIN ANALYZE",
                "explain verbose analyse select 1 | EXPLAIN ANALYZE",
                "explain (costs off, analyze) delete from t | EXPLAIN ANALYZE",
                "explain (\"analyze\" true) select 1 | EXPLAIN ANALYZE",
                "explain delete from t | does not run DELETE",
                "explain (costs off) create table a as select 1 | does not run CREATE",
                "explain execute a | does not run EXECUTE",
                "select pg_terminate_backend(1) | does not call pg_terminate_backend",
                "select PG_Catalog . pg_Terminate_Backend /* */ (1) | does not call pg_terminate_backend",
                "select \"pg_terminate_backend\"(1) | does not call pg_terminate_backend",
                "select U&\"pg\\005fterminate_backend\"(1) | names written as U&",
                "select pg_advisory_lock(1) | does not call pg_advisory_lock",
                "select pg_try_advisory_lock_shared(1) | does not call pg_try_advisory_lock_shared",
                "values (pg_switch_wal()) | does not call pg_switch_wal",
                "select * from dblink_exec('x', 'drop table t') | does not call dblink_exec",
                "select query_to_xml('select pg_reload_conf()', true, true, '') | does not call query_to_xml",
                "select lo_export(1, '/x') | does not call lo_export",
                "select pg_read_file('/etc/passwd') | does not call pg_read_file",
                "select set_config('a.b', 'c', false) | does not call set_config",
                "select nextval('s') | does not call nextval",
            })
    void what_may_do_more_is_refused_and_named(String sql, String why) {
        var problem = catchThrowableOfType(Problem.class, () -> ReadingStatement.check(sql));
        assertThat(problem.exit()).isEqualTo(Exit.REFUSED);
        assertThat(problem.what()).contains(why);
        assertThat(problem.hint()).contains("SELECT");
    }
}

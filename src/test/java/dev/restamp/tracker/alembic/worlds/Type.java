package dev.restamp.tracker.alembic.worlds;

import java.util.List;
import java.util.Optional;

/**
 * A column type.
 *
 * @param preset a default as Python and as SQL has it
 * @param wider what it may be changed to
 */
record Type(String python, String sql, List<String> preset, Optional<Type> wider) {
    private static final Type TEXT = of("sa.Text()", "TEXT", "'new'", "'new'");
    private static final Type BIG = of("sa.BigInteger()", "BIGINT", "sa.text('0')", "0");

    static final List<Type> ALL = List.of(
            TEXT,
            BIG,
            of("sa.Integer()", "INTEGER", "'1'", "'1'").to(BIG),
            of("sa.SmallInteger()", "SMALLINT", "sa.text('7')", "7").to(of("sa.Integer", "INTEGER", "'1'", "'1'")),
            of("sa.String(length=50)", "VARCHAR(50)", "'open'", "'open'").to(TEXT),
            of("sa.String(20)", "VARCHAR(20)", "sa.text(\"'x'\")", "'x'")
                    .to(of("sa.String(length=200)", "VARCHAR(200)", "'y'", "'y'")),
            of("sa.Numeric(10, 2)", "NUMERIC(10, 2)", "'0'", "'0'")
                    .to(of("sa.Numeric(precision=14, scale=4)", "NUMERIC(14, 4)", "'0'", "'0'")),
            of("sa.Boolean()", "BOOLEAN", "sa.text('false')", "false"),
            of("sa.Boolean", "BOOLEAN", "sa.true()", "true"),
            of("sa.DateTime(timezone=True)", "TIMESTAMP WITH TIME ZONE", "sa.func.now()", "now()"),
            of("sa.DateTime()", "TIMESTAMP WITHOUT TIME ZONE", "sa.text('now()')", "now()")
                    .to(of("sa.DateTime(timezone=True)", "TIMESTAMP WITH TIME ZONE", "sa.func.now()", "now()")),
            of("sa.Date()", "DATE", "sa.text('CURRENT_DATE')", "CURRENT_DATE"),
            of("sa.Float()", "FLOAT", "'0.5'", "'0.5'"),
            of("sa.LargeBinary()", "BYTEA", "sa.text(\"''\")", "''"),
            of("postgresql.UUID(as_uuid=True)", "UUID", "sa.text('gen_random_uuid()')", "gen_random_uuid()"),
            of("postgresql.JSONB(astext_type=sa.Text())", "JSONB", "sa.text(\"'{}'::jsonb\")", "'{}'::jsonb"),
            of("postgresql.ARRAY(sa.String())", "VARCHAR[]", "'{}'", "'{}'"));

    private static Type of(String python, String sql, String pythonDefault, String sqlDefault) {
        return new Type(python, sql, List.of(pythonDefault, sqlDefault), Optional.empty());
    }

    private Type to(Type wider) {
        return new Type(python, sql, preset, Optional.of(wider));
    }

    static Type of(Made.Labels type, String python) {
        var first = "'" + type.labels.getFirst() + "'";
        return new Type(python, type.name, List.of(first, first), Optional.empty());
    }

    boolean isText() {
        return sql.equals("TEXT") || sql.startsWith("VARCHAR(");
    }

    boolean isNumber() {
        return sql.endsWith("INT") || sql.equals("INTEGER") || sql.startsWith("NUMERIC");
    }

    boolean isOrdered() {
        return !sql.equals("JSONB");
    }
}

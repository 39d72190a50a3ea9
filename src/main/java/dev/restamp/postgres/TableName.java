package dev.restamp.postgres;

/**
 * A table as a server names it.
 *
 * @param sql both names, quoted by the server where they need it, to stand in a statement or on the screen: {@code
 *     public.alembic_version}
 */
public record TableName(String schema, String name, String sql) {
    @Override
    public String toString() {
        return sql;
    }
}

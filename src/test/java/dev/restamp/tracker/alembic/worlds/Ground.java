package dev.restamp.tracker.alembic.worlds;

import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.CatalogReader;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.VersionReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database on which one world after the other is built. */
final class Ground implements AutoCloseable {
    private final TestPostgres.TestDatabase database = TestPostgres.database();
    private final Database reader = database.open();
    private final Connection writer;

    Ground() {
        try {
            writer = database.connect();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a server says to a statement it refuses. */
    record Refusal(String state, String message, String sql) {}

    /** As SQLAlchemy wants it, without the password. */
    String address() {
        return "postgresql://" + TestPostgres.USER + "@" + database.server() + "/" + database.name();
    }

    void clear() {
        must("DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    void must(String sql) {
        attempt(List.of(sql)).ifPresent(refusal -> {
            throw new IllegalStateException(refusal.toString());
        });
    }

    /** Runs them in one transaction. */
    Optional<Refusal> attempt(List<String> statements) {
        try (var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            for (var sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException failure) {
                    writer.rollback();
                    return Optional.of(new Refusal(
                            String.valueOf(failure.getSQLState()), String.valueOf(failure.getMessage()), sql));
                }
            }
            writer.commit();
            return Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** From nothing up to these, in this order. */
    void build(GeneratedWorld world, List<String> revisions) {
        clear();
        var statements =
                revisions.stream().flatMap(id -> world.draft(id).sql().stream()).toList();
        attempt(statements).ifPresent(refusal -> {
            throw new IllegalStateException("the world itself is wrong: " + refusal + "\n" + world.drawn(revisions));
        });
    }

    void stamp(List<String> rows) {
        must("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        rows.forEach(row -> must("INSERT INTO alembic_version VALUES ('" + row + "')"));
    }

    Schema catalog() {
        return reader.read(CatalogReader::read);
    }

    VersionRows rows(VersionTable table) {
        return reader.read(reading -> VersionReader.read(reading, table)).rows();
    }

    @Override
    public void close() {
        reader.close();
        try {
            writer.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseUrl.Host;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Asks a server who it is, in one round trip. */
final class ServerReader {
    private static final Sql SERVER = Sql.beside(ServerReader.class, "server.sql");

    /** For a server that keeps its identifier to itself, as some hosted ones do. */
    private static final Sql ANONYMOUS = Sql.of(SERVER.text()
            .replace("pg_catalog.pg_control_system() c", "(VALUES (NULL::bigint)) AS c (system_identifier)"));

    private ServerReader() {}

    static ServerInfo read(Connector.Opened opened, DatabaseUrl url) throws SQLException {
        try {
            return read(SERVER, opened, url);
        } catch (SQLException failure) {
            if (StatementFailure.isLost(failure)) {
                throw failure;
            }
            Transaction.run(opened.connection(), "ROLLBACK");
            return read(ANONYMOUS, opened, url);
        }
    }

    private static ServerInfo read(Sql sql, Connector.Opened opened, DatabaseUrl url) throws SQLException {
        var connection = opened.connection();
        var given = connection.unwrap(PGConnection.class).getBackendPID();
        var statements = "BEGIN READ ONLY;\n"
                + Transaction.asAsked(url)
                + sql.text().replace("?", Integer.toString(url.transactionPooler() ? 0 : given))
                + ";\nCOMMIT";
        var start = System.nanoTime();
        var host = opened.host();
        return Transaction.run(connection, statements, row -> info(row, opened.tls(), host, given, url, millis(start)))
                .getFirst();
    }

    private static ServerInfo info(Row row, TlsMode tls, Host host, int given, DatabaseUrl url, long latency) {
        return new ServerInfo(
                row.text("version").split(" ", 2)[0],
                (int) row.number("version_number"),
                row.text("database"),
                row.number("database_oid"),
                row.text("role"),
                row.optionalText("system_identifier"),
                row.flag("standby"),
                host,
                Tls.of(tls, row.optionalText("tls_version")),
                url.transactionPooler() || row.number("backend") != given,
                row.number("backend"),
                row.optionalText("current_schema"),
                latency);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}

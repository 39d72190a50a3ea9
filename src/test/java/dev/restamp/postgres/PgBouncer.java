package dev.restamp.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** PgBouncer in transaction mode, all clients sharing one server session. */
public final class PgBouncer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Path folder;
    private final int port;

    private PgBouncer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Skips the test where there is none. */
    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(PROGRAM), "no PgBouncer in " + PROGRAM);
    }

    /** Starts one before the server of that database. */
    public static PgBouncer before(TestPostgres.TestDatabase database) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var home = Files.createTempDirectory("restamp-pgbouncer-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(
                home.resolve("users.txt"), "\"" + TestPostgres.USER + "\" \"" + TestPostgres.PASSWORD + "\"\n");
        Files.writeString(
                home.resolve("pgbouncer.ini"), """
                [databases]
                * = host=localhost port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s/users.txt
                pool_mode = transaction
                default_pool_size = 1
                query_wait_timeout = 5
                pidfile = %s/pid
                logfile = %s/log
                """.formatted(database.server().port(), port, home, home, home));
        DebianPostgres.asPostgres(
                PROGRAM.toString(), "-d", home.resolve("pgbouncer.ini").toString());
        waitUntilItListens(port);
        return new PgBouncer(home, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        var pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        for (var file : List.of("pid", "log", "users.txt", "pgbouncer.ini", "")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    private static void waitUntilItListens(int port) throws IOException {
        for (var i = 0; ; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException failure) {
                if (i == 50) {
                    throw failure;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("while PgBouncer starts", interrupted);
        }
    }
}

package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ScratchDatabase;
import dev.restamp.tracker.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PgBouncer in transaction mode in front of a practice server: loopback, a port by chance, the server's password. */
final class PracticePooler {
    private static final String PROGRAM = "pgbouncer";
    private static final int ATTEMPTS = 3;
    private static final int LOOKS = 100;
    private static final int PAUSE_MILLIS = 50;

    private final Path folder;
    private final int port;

    private PracticePooler(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param run the folder of the practice: gets a folder {@code pooler}, where the watchdog looks
     * @throws Problem where there is none, or it does not start
     */
    static PracticePooler before(PracticeDatabase server, Path run) {
        var program = program().orElseThrow(PracticePooler::absent);
        var folder = run.resolve("pooler");
        try {
            Files.createDirectories(folder);
            var users = folder.resolve("users.txt");
            if (Files.notExists(users)) {
                PracticeServer.writePrivate(users, "\"" + server.user() + "\" \"" + server.password() + "\"\n");
            }
            // Between the choice of a free port and its use somebody else may take it.
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                var port = freePort();
                Files.writeString(folder.resolve("pgbouncer.ini"), settings(server, folder, port));
                if (start(program, folder) && isUp(folder, server, port)) {
                    return new PracticePooler(folder, port);
                }
            }
        } catch (IOException failure) {
            throw new Problem(Exit.CONNECTION, "PgBouncer does not start: " + failure, "", failure);
        }
        throw new Problem(Exit.CONNECTION, "PgBouncer does not start: " + said(folder), "practice works without it");
    }

    int port() {
        return port;
    }

    /** At once: nothing in it is worth waiting for. */
    void stop() {
        process(folder).ifPresent(ProcessHandle::destroyForcibly);
    }

    static Optional<Path> program() {
        return Programs.find(PROGRAM);
    }

    private static Problem absent() {
        return new Problem(
                Exit.CONNECTION, "there is no PgBouncer on this machine", "apt-get install pgbouncer, or its like");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(PracticeServer.HOST))) {
            return socket.getLocalPort();
        }
    }

    private static String settings(PracticeDatabase server, Path folder, int port) {
        return """
                [databases]
                * = host=%1$s port=%2$d
                [pgbouncer]
                listen_addr = %1$s
                listen_port = %3$d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %4$s/users.txt
                pool_mode = transaction
                default_pool_size = 5
                query_wait_timeout = 10
                ignore_startup_parameters = extra_float_digits
                pidfile = %4$s/pid
                logfile = %4$s/log
                """.formatted(server.host(), server.port(), port, folder);
    }

    /**
     * It goes into the background by itself, out of reach of the terminal's Ctrl-C. It will not be root; in a user
     * namespace without a mapping it is not, and may read what root may: so the embedded server is started as well.
     */
    private static boolean start(Path program, Path folder) throws IOException {
        var settings = folder.resolve("pgbouncer.ini").toString();
        var command = "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "-U", program.toString(), "-d", settings)
                : List.of(program.toString(), "-d", settings);
        var log = folder.resolve("start.log").toFile();
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isUp(Path folder, PracticeDatabase server, int port) {
        var through = new ScratchDatabase(server.host(), port, server.user(), server.password(), server.database());
        for (var look = 0; look < LOOKS; look++) {
            if (process(folder).filter(ProcessHandle::isAlive).isPresent() && answers(through)) {
                return true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean answers(ScratchDatabase through) {
        try {
            through.run("SELECT 1");
            return true;
        } catch (Problem notYet) {
            return false;
        }
    }

    private static Optional<ProcessHandle> process(Path folder) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Its last words. */
    private static String said(Path folder) {
        return Stream.of("log", "start.log")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> {
                    try {
                        return Files.readAllLines(file).stream();
                    } catch (IOException unreadable) {
                        return Stream.empty();
                    }
                })
                .filter(line -> line.matches(".*(ERROR|FATAL|error|failed|unshare:).*"))
                .reduce((_, later) -> later)
                .orElse("it says nothing");
    }
}

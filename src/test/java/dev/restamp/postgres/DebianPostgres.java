package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A server of Debian's PostgreSQL 15, where that is installed: the older end of what users have. */
final class DebianPostgres implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private final Path folder;
    private final TestPostgres server;

    private DebianPostgres(Path folder, TestPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    static DebianPostgres start() throws IOException {
        var folder = Files.createTempDirectory("restamp-pg15-");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        var data = folder.resolve("data").toString();
        var words = folder.resolve("words");
        Files.writeString(words, TestPostgres.PASSWORD + "\n");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        asPostgres(
                PROGRAMS.resolve("initdb").toString(),
                "-D",
                data,
                "-A",
                "scram-sha-256",
                "-U",
                TestPostgres.USER,
                "--pwfile",
                words.toString(),
                "-N");
        asPostgres(
                PROGRAMS.resolve("pg_ctl").toString(),
                "-D",
                data,
                "-w",
                "-l",
                folder.resolve("data/log").toString(),
                "-o",
                "-h 127.0.0.1 -p " + port + " -k " + folder.resolve("data") + " -c fsync=off",
                "start");
        return new DebianPostgres(folder, new TestPostgres("127.0.0.1", port));
    }

    TestPostgres server() {
        return server;
    }

    /** Turns TLS on, with a new certificate for {@code localhost}; returns the file that holds it. */
    Path serveTls() throws IOException {
        var data = folder.resolve("data");
        asPostgres(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                data.resolve("server.key").toString(),
                "-out",
                data.resolve("server.crt").toString());
        new TestPostgres.TestDatabase(server, "postgres").run("ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
        return Files.copy(data.resolve("server.crt"), folder.resolve("server.crt"));
    }

    @Override
    public void close() throws IOException {
        asPostgres(
                PROGRAMS.resolve("pg_ctl").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-m",
                "immediate",
                "stop");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** PostgreSQL refuses to run as root. */
    static void asPostgres(String... command) throws IOException {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.addAll(List.of(command));
        run(words);
    }

    private static void run(List<String> command) throws IOException {
        var log = Files.createTempFile("restamp-", ".log");
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(String.join(" ", command), interrupted);
        }
        Files.delete(log);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}

package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        Files.writeString(folder.resolve("data/pg_hba.conf"), """
                local all,replication all trust
                host all all all scram-sha-256
                """);
        return new DebianPostgres(folder, serve(data, freePort()));
    }

    private static TestPostgres serve(String data, int port) throws IOException {
        asPostgres(
                PROGRAMS.resolve("pg_ctl").toString(),
                "-D",
                data,
                "-w",
                "-l",
                data + "/log",
                "-o",
                "-h 127.0.0.1 -p " + port + " -k " + data + " -c fsync=off",
                "start");
        return new TestPostgres("127.0.0.1", port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    TestPostgres server() {
        return server;
    }

    /** Turns TLS on, with a new certificate for {@code localhost}; returns the file that holds it. */
    Path serveTls() throws IOException {
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
                inData("server.key"),
                "-out",
                inData("server.crt"));
        return useCertificate("server.crt");
    }

    /**
     * The same with a certificate that an authority has signed for five days, ten days ago; openssl makes none of that kind.
     * Returns the file that holds the authority's.
     */
    Path serveExpiredTls() throws IOException {
        var store = folder.resolve("expired.p12");
        var authority = folder.resolve("authority.crt");
        keytool(store, "-genkeypair -keyalg RSA -alias ca -validity 90 -dname CN=authority -ext bc:c");
        keytool(store, "-exportcert -rfc -alias ca -file " + authority);
        keytool(
                store,
                "-genkeypair -keyalg RSA -alias server -signer ca -startdate -10d -validity 5 -dname CN=localhost"
                        + " -ext SAN=dns:localhost");
        keytool(store, "-delete -alias ca");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r--r--"));
        var open = List.of("openssl", "pkcs12", "-in", store.toString(), "-passin", "pass:changeit", "-nodes");
        asPostgres(plus(open, "-nocerts", "-out", inData("server.key")));
        asPostgres(plus(open, "-nokeys", "-out", inData("server.crt")));
        useCertificate("expired.crt");
        return authority;
    }

    private static void keytool(Path store, String arguments) throws IOException {
        var command = Path.of(System.getProperty("java.home"), "bin", "keytool") + " " + arguments
                + " -storepass changeit -keystore " + store;
        run(List.of(command.split(" ", -1)));
    }

    private static String[] plus(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private String inData(String file) {
        return folder.resolve("data").resolve(file).toString();
    }

    private Path useCertificate(String copy) throws IOException {
        new TestPostgres.TestDatabase(server, "postgres").run("ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
        return Files.copy(Path.of(inData("server.crt")), folder.resolve(copy));
    }

    /** A standby of this server, which follows it. */
    DebianPostgres standby() throws IOException {
        var other = Files.createTempDirectory("restamp-pg15-standby-");
        if (isRoot()) {
            run(List.of("chown", "postgres", other.toString()));
        }
        var data = other.resolve("data").toString();
        asPostgres(
                PROGRAMS.resolve("pg_basebackup").toString(),
                "-D",
                data,
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
                "-d",
                "host=" + folder.resolve("data") + " port=" + server.port() + " user=" + TestPostgres.USER);
        return new DebianPostgres(other, serve(data, freePort()));
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

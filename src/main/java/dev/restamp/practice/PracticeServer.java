package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ScratchDatabase;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL of our own, which nobody else can reach: loopback, no Unix socket, a port and a password by chance, and
 * from its first moment on no way in without that password.
 */
final class PracticeServer {
    static final String HOST = "127.0.0.1";
    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String INSTEAD = "connect URL, to a scratch database of your own";

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger CHATTER = Logger.getLogger("io.zonky.test.db.postgres");

    private final EmbeddedPostgres postgres;
    private final Path passfile;
    private final String password;

    private PracticeServer(EmbeddedPostgres postgres, Path passfile, String password) {
        this.postgres = postgres;
        this.passfile = passfile;
        this.password = password;
    }

    /**
     * Starts one.
     *
     * @param binaries where PostgreSQL itself is unpacked once, and found again the next time
     * @param folder of this server: gets {@code data}, {@code server.log} and {@code pgpass}
     * @throws Problem if there is no PostgreSQL for this machine, or it does not start
     */
    static PracticeServer start(Path binaries, Path folder) {
        CHATTER.setLevel(Level.OFF);
        var password = randomPassword();
        var log = folder.resolve("server.log");
        try {
            var secret = writePrivate(folder.resolve("initdb-password"), password);
            var postgres = builder(binaries, folder, log, secret, password).start();
            Files.delete(secret);
            var passfile = writePrivate(folder.resolve("pgpass"), passLines(postgres.getPort(), password));
            return new PracticeServer(postgres, passfile, password);
        } catch (IOException
                | UncheckedIOException
                | IllegalStateException
                | UnsupportedOperationException
                | ExceptionInInitializerError e) {
            throw new Problem(Exit.CONNECTION, "the practice PostgreSQL does not start: " + reason(log, e), INSTEAD, e);
        }
    }

    ScratchDatabase database(String name) {
        return new ScratchDatabase(HOST, postgres.getPort(), USER, password, name);
    }

    PracticeDatabase address(String name) {
        return new PracticeDatabase(name, name, HOST, postgres.getPort(), USER, password);
    }

    int port() {
        return postgres.getPort();
    }

    /** The same password opens another port. */
    void addToPassfile(int port) {
        try {
            Files.writeString(passfile, passLines(port, password), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path passfile() {
        return passfile;
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            Path binaries, Path folder, Path log, Path secret, String password) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(PracticeServer::binary)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                // These two become options of initdb: --pwfile gives the role its password before the server runs.
                // The locale makes text sort the same everywhere.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("pwfile", secret.toString())
                .setDataDirectoryCustomizer(PracticeServer::requirePassword)
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setPGStartupWait(PATIENCE)
                .setRegisterShutdownHook(false);
    }

    /** @throws Problem if the class path has none for this machine */
    static InputStream binary(String system, String hardware) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
        } catch (IllegalStateException e) {
            throw new Problem(
                    Exit.CONNECTION, "no PostgreSQL to practise on for " + system + " on " + hardware, INSTEAD, e);
        }
    }

    /** Between initdb, which trusts everybody, and the first start. */
    private static void requirePassword(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), "host all all " + HOST + "/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String passLines(int port, String password) {
        var line = ":" + port + ":*:" + USER + ":" + password + "\n";
        return HOST + line + "localhost" + line;
    }

    static Path writePrivate(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What initdb or the server complained of last, or what Java says where neither did. */
    private static String reason(Path log, Throwable failure) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains("error:") || line.contains("FATAL:"))
                    .reduce((_, later) -> later)
                    .orElse(failure.toString());
        } catch (IOException _) {
            return failure.toString();
        }
    }
}

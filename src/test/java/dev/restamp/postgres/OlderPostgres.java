package dev.restamp.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarInputStream;

/** Servers of the versions before the newest, from the archives that the build puts into {@code target/servers}. */
public final class OlderPostgres {
    private static final Map<Integer, TestPostgres> STARTED = new ConcurrentHashMap<>();

    private OlderPostgres() {}

    /** Starts one when it is first asked for; of the newest version it is the one that all tests share. */
    public static TestPostgres of(int version) {
        return version == 18 ? TestPostgres.shared() : STARTED.computeIfAbsent(version, OlderPostgres::start);
    }

    @SuppressWarnings("resource") // its own hook stops it with the JVM
    private static TestPostgres start(int version) {
        try {
            var server = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((_, _) -> archive(version))
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("autovacuum", "off")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + TestPostgres.USER + " LOGIN SUPERUSER PASSWORD '"
                        + TestPostgres.PASSWORD + "'");
            }
            return new TestPostgres("localhost", server.getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one file in the jar that is an archive itself. */
    private static InputStream archive(int version) throws IOException {
        var jar = new JarInputStream(Files.newInputStream(Path.of("target/servers/" + version + ".jar")));
        for (var entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return jar;
            }
        }
        throw new IOException("no archive in " + version + ".jar");
    }
}

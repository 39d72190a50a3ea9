package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against a server with a certificate for {@code localhost} that signs itself, as hosted ones do. */
class TlsTest {
    @Test
    void the_certificate_is_verified_where_asked_and_said_to_be_unverified_where_not() throws IOException {
        assumeTrue(DebianPostgres.isInstalled(), "no PostgreSQL 15 in /usr/lib/postgresql");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl to make a certificate with");
        try (var debian = DebianPostgres.start()) {
            var certificate = debian.serveTls();
            var root = "&sslrootcert=" + certificate;

            assertThat(tls(debian, "localhost", ""))
                    .as("nothing leaves this machine")
                    .isEqualTo("no TLS");
            assertThat(tls(debian, "localhost", "?sslmode=require"))
                    .isEqualTo("TLS 1.3 (certificate NOT verified: add --ssl-root)");
            assertThat(tls(debian, "localhost", "?sslmode=disable")).isEqualTo("no TLS");
            assertThat(tls(debian, "localhost", "?sslmode=allow")).isEqualTo("no TLS");
            assertThat(tls(debian, "localhost", "?sslmode=verify-full" + root))
                    .isEqualTo("TLS 1.3 (certificate verified)");
            assertThat(tls(debian, "127.0.0.1", "?sslmode=verify-ca" + root))
                    .isEqualTo("TLS 1.3 (certificate verified, host name NOT: sslmode=verify-full)");

            assertThat(tls(debian, "localhost", "?sslmode=require" + root))
                    .as("as in libpq")
                    .isEqualTo("TLS 1.3 (certificate verified, host name NOT: sslmode=verify-full)");

            var noFile = problem(debian, "localhost", "?sslmode=verify-full&sslrootcert=/no/such/file");
            assertThat(noFile.code()).isEqualTo("CN211");
            assertThat(noFile.what()).contains("/no/such/file");
            var untrusted = problem(debian, "localhost", "?sslrootcert=system");
            assertThat(untrusted.code()).isEqualTo("CN208");
            assertThat(untrusted.what()).startsWith("no trusted TLS connection to localhost:");
            var otherName = problem(debian, "127.0.0.1", "?sslmode=verify-full" + root);
            assertThat(otherName.code()).isEqualTo("CN209");
            assertThat(otherName.what()).contains("127.0.0.1", "is for another host name");

            var old = debian.serveExpiredTls();
            var expired = problem(debian, "localhost", "?sslmode=verify-full&sslrootcert=" + old);
            assertThat(expired.code()).isEqualTo("CN210");
            assertThat(expired.what()).contains("has expired");
        }
    }

    private static String tls(DebianPostgres server, String host, String parameters) {
        try (var database = Database.connect(url(server, host, parameters), Optional.empty(), Limits.DEFAULT)) {
            return database.server().tls().toString();
        }
    }

    private static Problem problem(DebianPostgres server, String host, String parameters) {
        var problem = catchThrowableOfType(
                Problem.class, () -> Database.connect(url(server, host, parameters), Optional.empty(), Limits.DEFAULT));
        assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
        assertThat(problem.what() + problem.hint()).doesNotContain(TestPostgres.PASSWORD);
        return problem;
    }

    private static DatabaseUrl url(DebianPostgres server, String host, String parameters) {
        var port = server.server().port();
        return DatabaseUrl.parse(
                        "postgresql://" + TestPostgres.USER + "@" + host + ":" + port + "/postgres" + parameters,
                        Map.of())
                .withPassword(Secret.of(TestPostgres.PASSWORD));
    }
}

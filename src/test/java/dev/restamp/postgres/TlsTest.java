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
                    .isEqualTo("none");
            assertThat(tls(debian, "localhost", "?sslmode=require")).isEqualTo("TLSv1.3, certificate not verified");
            assertThat(tls(debian, "localhost", "?sslmode=disable")).isEqualTo("none");
            assertThat(tls(debian, "localhost", "?sslmode=allow")).isEqualTo("none");
            assertThat(tls(debian, "localhost", "?sslmode=verify-full" + root))
                    .isEqualTo("TLSv1.3, certificate verified");
            assertThat(tls(debian, "127.0.0.1", "?sslmode=verify-ca" + root))
                    .isEqualTo("TLSv1.3, certificate verified, host name not");

            assertThat(problem(debian, "localhost", "?sslmode=verify-full&sslrootcert=/no/such/file"))
                    .contains("/no/such/file");
            assertThat(problem(debian, "localhost", "?sslmode=verify-full&sslrootcert=system"))
                    .startsWith("no trusted TLS connection to localhost:");
            assertThat(problem(debian, "127.0.0.1", "?sslmode=verify-full" + root))
                    .contains("127.0.0.1")
                    .contains("could not be verified");
        }
    }

    private static String tls(DebianPostgres server, String host, String parameters) {
        try (var database = Database.connect(url(server, host, parameters), Optional.empty(), Limits.DEFAULT)) {
            return database.server().tls();
        }
    }

    private static String problem(DebianPostgres server, String host, String parameters) {
        var problem = catchThrowableOfType(
                Problem.class, () -> Database.connect(url(server, host, parameters), Optional.empty(), Limits.DEFAULT));
        assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
        return problem.what();
    }

    private static DatabaseUrl url(DebianPostgres server, String host, String parameters) {
        var port = server.server().port();
        return DatabaseUrl.parse(
                        "postgresql://" + TestPostgres.USER + "@" + host + ":" + port + "/postgres" + parameters,
                        Map.of())
                .withPassword(Secret.of(TestPostgres.PASSWORD));
    }
}

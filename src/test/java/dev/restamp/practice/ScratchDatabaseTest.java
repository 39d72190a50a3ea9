package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ScratchDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchDatabaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.3.7", "0.0.0.0", "192.168.1.1", "::", "2001:db8::1", "db1.internal", "localhost"})
    void refuses_every_host_but_loopback_in_digits(String host) {
        assertThatThrownBy(() -> new ScratchDatabase(host, 5432, "postgres", "secret", "shop"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void accepts_loopback_and_does_not_print_the_password(String host) {
        var database = new ScratchDatabase(host, 5432, "postgres", "secret", "shop");
        assertThat(database.toString()).contains(host).doesNotContain("secret");
    }

    @Test
    void a_server_that_is_gone_is_a_problem_and_no_bug() {
        var database = new ScratchDatabase("127.0.0.1", 1, "postgres", "secret", "shop");
        assertThatThrownBy(() -> database.run("SELECT 1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.exit()).isEqualTo(Exit.CONNECTION));
    }
}

package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeServerTest {
    @Test
    void a_machine_without_postgresql_is_told_so() {
        assertThatThrownBy(() -> PracticeServer.binary("Plan9", "mips"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
                    assertThat(problem.what()).isEqualTo("no PostgreSQL to practise on for Plan9 on mips");
                });
    }

    @Test
    void a_server_that_does_not_start_says_why(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.createFile(folder.resolve("data/in-the-way"));
        assertThatThrownBy(() -> PracticeServer.start(Running.HOME.resolve("postgresql"), folder))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
                    assertThat(problem.what())
                            .startsWith("the practice PostgreSQL does not start: initdb: error:")
                            .contains("exists but is not empty");
                });
    }
}

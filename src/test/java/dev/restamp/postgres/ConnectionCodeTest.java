package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConnectionCodeTest {
    @Test
    void every_code_is_in_the_documentation_in_the_same_words() throws IOException {
        var page = Files.readString(Path.of("docs/connections.md"));

        assertThat(ConnectionCode.values())
                .allSatisfy(code -> assertThat(page).contains("| " + code.code() + " | " + code.meaning() + " |\n"));
    }

    @Test
    void no_two_reasons_share_a_code() {
        assertThat(Arrays.stream(ConnectionCode.values()).map(ConnectionCode::code))
                .doesNotHaveDuplicates()
                .isSorted();
    }
}

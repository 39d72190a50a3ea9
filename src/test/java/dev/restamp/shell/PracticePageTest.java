package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/practice.md shows happens so. */
class PracticePageTest {
    private static final Path PAGE = Path.of("docs/practice.md");
    private static final Pattern TYPED = Pattern.compile("(?:restamp|PRACTICE shop|shop)> (.*)");

    @Test
    void the_example_can_be_typed_as_it_stands(@TempDir Path home) throws IOException {
        try (var shell = new WholeShell(
                home,
                home,
                Map.of(
                        "XDG_CACHE_HOME",
                        Path.of("target", "practice cache").toAbsolutePath().toString()))) {
            for (var line : typed()) {
                var said = shell.run(OutputFormats.TABLE, line);
                assertThat(said.exit()).as(line + "\n" + said.all()).isIn(Exit.OK, Exit.FINDING);
                if (line.startsWith("practice break")) {
                    assertThat(shell.run(OutputFormats.TABLE, "practice record ./recorded")
                                    .out())
                            .contains("no difference; status says the same: VD101")
                            .contains("5 tables in 21 statements, 1 version row");
                }
            }
        }
    }

    @Test
    void the_scenarios_are_there() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(Scenario.all().stream()
                        .map(one -> "`" + one.name() + "`")
                        .toList());
    }

    private static List<String> typed() throws IOException {
        var lines = Files.readAllLines(PAGE).stream()
                .flatMap(line -> TYPED.matcher(line).results())
                .map(found -> found.group(1))
                .filter(line -> !line.startsWith("practice record"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(5);
        return lines;
    }
}

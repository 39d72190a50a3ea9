package dev.restamp.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.TestShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command has a page in {@code docs/commands}, made from its usage, and what its usage promises is true.
 *
 * <p>After an intended change: {@code mvn test -Dtest=CommandPagesTest -Dgolden=update}, then read the diff.
 */
class CommandPagesTest {
    private static final Path PAGES = Path.of("docs/commands");

    @ParameterizedTest(name = "{0}")
    @MethodSource("usages")
    void has_its_page(Usage usage) throws IOException {
        var page = PAGES.resolve(usage.name() + ".md");
        var text = "# " + usage.name() + "\n\n```\n" + HelpPage.of(usage) + "\n```\n";
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.writeString(page, text + more(page));
        }
        assertThat(Files.readString(page)).isEqualTo(text + more(page));
    }

    /** What is written by hand below that: from the first heading on. */
    private static String more(Path page) throws IOException {
        var written = Files.exists(page) ? Files.readString(page) : "";
        var heading = written.indexOf("\n## ");
        return heading < 0 ? "" : written.substring(heading);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usages")
    void has_examples_that_its_own_parser_takes(Usage usage) {
        assertThat(usage.examples()).isNotEmpty();
        for (var example : usage.examples()) {
            var words = List.of(example.line().split(" +"));
            var own = words.getFirst().startsWith("@") ? words.subList(1, words.size()) : words;
            if (own.getFirst().equals(usage.name())) {
                Arguments.parse(usage, own.subList(1, own.size()));
            }
        }
    }

    @Test
    void no_page_is_left_of_a_command_that_is_gone() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            usages().map(Usage::name).toList());
        }
    }

    @Test
    void no_two_commands_share_a_name() {
        assertThat(usages().map(Usage::name)).doesNotHaveDuplicates();
    }

    static Stream<Usage> usages() {
        return TestShell.commands().stream().map(ShellCommand::usage);
    }
}

package dev.restamp.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/security.md promises a test for each threat: each is there. */
class SecurityPageTest {
    private static final Path PAGE = Path.of("docs/security.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern THREAT = Pattern.compile("\\| (S\\d+) \\|.*\\| (`.*) \\|");
    private static final Pattern SHOWN_BY = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void every_threat_has_its_line() throws IOException {
        assertThat(threats().map(threat -> threat.group(1)))
                .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                        .limit(20)
                        .map("S%d"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void every_test_that_is_named_is_there(String type, String method) throws IOException {
        assertThat(source(type)).contains("class " + type + " ").contains("void " + method);
    }

    static Stream<Arguments> tests() throws IOException {
        return threats()
                .flatMap(threat -> SHOWN_BY.matcher(threat.group(2)).results())
                .map(test -> arguments(test.group(1), test.group(2) == null ? "" : test.group(2) + "("));
    }

    private static Stream<MatchResult> threats() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .flatMap(line -> THREAT.matcher(line).results());
    }

    private static String source(String type) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var file = files.filter(one -> one.endsWith(type + ".java")).findFirst();
            return Files.readString(file.orElseThrow(() -> new AssertionError("no test " + type)));
        }
    }
}

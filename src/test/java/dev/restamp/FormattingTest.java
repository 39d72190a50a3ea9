package dev.restamp;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source is as palantir-java-format writes it.
 *
 * <p>{@code mvn test -Dtest=FormattingTest -Dformat=apply} formats. It is a test and no plugin because a formatter parses
 * with the JDK it runs on, and Maven's own may be older than the language of the sources.
 */
class FormattingTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_formatted(Path source) throws IOException, FormatterException {
        var text = Files.readString(source);
        var formatted = FORMATTER.formatSource(
                ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.PALANTIR));
        if ("apply".equals(System.getProperty("restamp.format")) && !formatted.equals(text)) {
            Files.writeString(source, formatted);
        } else {
            assertThat(text).isEqualTo(formatted);
        }
    }

    static Stream<Path> is_formatted() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }
}

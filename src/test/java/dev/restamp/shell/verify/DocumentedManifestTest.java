package dev.restamp.shell.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.rows.RowRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest and the checks that docs/data.md shows are read as they stand there. */
class DocumentedManifestTest {
    private static final Path PAGE = Path.of("docs/data.md");

    @TempDir
    private Path folder;

    @Test
    void the_manifest_is_read() throws IOException {
        var expectation = ExpectationFile.read(file("expected.json", block("json")));
        assertThat(expectation.version()).contains(List.of("708192a3b4c5"));
        assertThat(expectation.tables()).hasSize(5).containsKey("payments");
        assertThat(expectation.checks()).extracting(Check::name).containsExactly("check 1", "no order without a user");
    }

    @Test
    void the_checks_are_read_with_their_names() throws IOException {
        assertThat(ChecksFile.read(file("checks.sql", block("sql"))))
                .extracting(Check::name)
                .containsExactly("no order without items", "totals are not negative");
    }

    @Test
    void every_form_of_rows_is_read_and_what_is_called_a_mistake_is_one() throws IOException {
        var table = all("(?s)\\| `rows` \\| \\|\n(.*?)\n\n").getFirst();
        var forms = Pattern.compile("`\"([^\"]+)\"`")
                .matcher(table)
                .results()
                .map(form -> form.group(1))
                .toList();
        assertThat(forms).hasSize(9).allSatisfy(form -> RowRange.parse(form));
        assertThat(List.of("31_000", "31,000", "31 000"))
                .allSatisfy(form -> assertThat(RowRange.parse(form)).isEqualTo(new RowRange(31_000, 31_000)));
        assertThat(table).contains("`1,5` and `1.5` are mistakes");
        assertThat(List.of("1,5", "1.5"))
                .allSatisfy(form ->
                        assertThatThrownBy(() -> RowRange.parse(form)).isInstanceOf(IllegalArgumentException.class));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String block(String language) throws IOException {
        return all("(?s)```" + language + "\n(.*?)```").getFirst();
    }

    private static List<String> all(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

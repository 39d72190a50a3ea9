package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The forms that {@code counts} and {@code diff} have for rows of two sides, and {@code current} for other tools. */
class DataJsonTest {
    @TempDir
    private static Path home;

    /** Recorded with {@code -Dgolden=update}, as those of the other commands are. */
    @ParameterizedTest
    @CsvSource({
        "counts-sides, counts @other",
        "diff-data, diff --data users @other",
        "current-tracker, current --tracker django"
    })
    void is_as_its_schema_says(String name, String line) throws IOException {
        var left = TestPostgres.database();
        left.run("CREATE TABLE users (id int PRIMARY KEY, name text)", "INSERT INTO users VALUES (1, 'a'), (2, NULL)");
        left.run(Files.readString(Path.of("src/test/resources/recognition/django.sql")));
        var right = TestPostgres.database();
        right.run("CREATE TABLE users (id int PRIMARY KEY, name text)", "INSERT INTO users VALUES (1, 'b')");
        try (var shell = new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(left)))) {
            shell.run(OutputFormats.TABLE, "connect " + RealAlembic.url(right) + " --as other");
            shell.run(OutputFormats.TABLE, "connect --as first");
            var document = new JsonMapper()
                    .readTree(shell.run(OutputFormats.JSON, line).out());
            var file = Path.of("docs/schemas/" + name + ".json");
            if ("update".equals(System.getProperty("restamp.golden"))) {
                Files.writeString(file, JsonShape.schema(document));
            }
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Files.readString(file))
                            .validate(document))
                    .isEmpty();
            assertThat(Files.readString(Path.of("docs/json.md")))
                    .contains(document.propertyNames().stream()
                            .map(member -> "`" + member + "`")
                            .toList());
        }
    }
}

package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.catalog.CatalogSchema;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.Constraint;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot has, as properties, all that {@link CatalogReader} reads for the comparison with scripts. */
class CatalogSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"everything.sql", "sample.sql"})
    void a_snapshot_tells_what_scripts_are_held_against(String file) {
        var world = TestPostgres.database();
        world.run(Sql.beside(CatalogSchemaTest.class, file).text());
        try (var database = world.open()) {
            var version = database.server().versionNumber() / 10_000;
            var read = database.read(CatalogReader::read);
            var told = CatalogSchema.of(database.read(reading -> CatalogSnapshots.read(reading, version)));
            assertThat(texts(told))
                    .containsExactlyInAnyOrderElementsOf(texts(read).toList());
        }
    }

    private static Stream<String> texts(Schema schema) {
        return schema.objects().values().stream()
                .map(CatalogSchemaTest::withoutColumns)
                .map(SchemaObject::toString);
    }

    /** Which columns a check speaks of is not compared: its condition tells. */
    private static SchemaObject withoutColumns(SchemaObject object) {
        return object instanceof Constraint check && check.kind() == ConstraintKind.CHECK
                ? check.withColumns(List.of())
                : object;
    }
}

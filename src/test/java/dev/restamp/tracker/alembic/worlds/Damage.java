package dev.restamp.tracker.alembic.worlds;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people do to a schema by hand. */
final class Damage {
    private final Ground ground;
    private final Random random;

    Damage(Ground ground, Random random) {
        this.ground = ground;
        this.random = random;
    }

    /** Does it, once or twice. */
    List<String> happen() {
        return Stream.generate(this::once)
                .limit(1 + random.nextInt(2))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where PostgreSQL refuses every try. */
    private Optional<String> once() {
        for (var tries = 0; tries < 10; tries++) {
            var sql = draw(ground.catalog());
            if (sql.isPresent() && ground.attempt(List.of(sql.get())).isEmpty()) {
                return sql;
            }
        }
        return Optional.empty();
    }

    private Optional<String> draw(Schema live) {
        var objects = live.objects().values().stream()
                .filter(object -> object.key().path().stream().noneMatch(name -> name.startsWith("alembic_")))
                .filter(object -> object.key().path().size() > 1)
                .toList();
        if (objects.isEmpty() || random.nextInt(12) == 0) {
            return Optional.of("CREATE TABLE stray_" + random.nextInt(1000) + " (id integer)");
        }
        return Optional.of(of(objects.get(random.nextInt(objects.size()))));
    }

    private String of(SchemaObject object) {
        var key = object.key();
        return switch (object) {
            case SchemaObject.Table _ ->
                switch (random.nextInt(3)) {
                    case 0 -> "DROP TABLE " + name(key) + " CASCADE";
                    case 1 -> "ALTER TABLE " + name(key) + " RENAME TO stray_" + random.nextInt(1000);
                    default -> "ALTER TABLE " + name(key) + " ADD COLUMN stray_" + random.nextInt(1000) + " text";
                };
            case SchemaObject.Column column -> column(column);
            case SchemaObject.Constraint _ -> onTable(key) + "DROP CONSTRAINT " + key.name() + " CASCADE";
            case SchemaObject.Index _ ->
                key.name().startsWith("idx_") && random.nextBoolean()
                        ? "ALTER INDEX " + name(key) + " RENAME TO stray_" + random.nextInt(1000)
                        : "DROP INDEX " + name(key);
            case SchemaObject.Type _ ->
                random.nextBoolean()
                        ? "DROP TYPE " + name(key) + " CASCADE"
                        : "ALTER TYPE " + name(key) + " ADD VALUE 'stray'";
            case SchemaObject.View view ->
                "DROP " + (view.materialized() ? "MATERIALIZED " : "") + "VIEW " + name(key) + " CASCADE";
            case SchemaObject.Sequence _ -> "DROP SEQUENCE " + name(key) + " CASCADE";
            case SchemaObject.Other _ -> "COMMENT ON SCHEMA public IS 'nothing that is compared'";
        };
    }

    private String column(SchemaObject.Column column) {
        var alter = onTable(column.key()) + "ALTER COLUMN " + column.key().name();
        return switch (random.nextInt(6)) {
            case 0 -> onTable(column.key()) + "DROP COLUMN " + column.key().name() + " CASCADE";
            case 1 -> alter + " DROP DEFAULT, ALTER COLUMN " + column.key().name() + " TYPE interval USING NULL";
            case 2 -> alter + (column.nullable().orElse(true) ? " SET" : " DROP") + " NOT NULL";
            case 3 -> alter + " SET DEFAULT NULL";
            case 4 ->
                onTable(column.key()) + "RENAME COLUMN " + column.key().name() + " TO stray_" + random.nextInt(1000);
            default -> "COMMENT ON COLUMN " + name(column.key()) + " IS 'nothing that is compared'";
        };
    }

    private static String onTable(ObjectKey part) {
        return "ALTER TABLE " + name(part.table().orElseThrow()) + " ";
    }

    private static String name(ObjectKey key) {
        return key.path().stream().map(word -> '"' + word + '"').collect(Collectors.joining("."));
    }
}

package dev.restamp.core.recognition;

import static dev.restamp.core.recognition.ColumnKind.BYTES;
import static dev.restamp.core.recognition.ColumnKind.NUMBER;
import static dev.restamp.core.recognition.ColumnKind.TEXT;
import static dev.restamp.core.recognition.ColumnKind.TIME;
import static dev.restamp.core.recognition.ColumnKind.TRUTH;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every tool whose version table is recognised. A new one is an entry here and nothing else. */
public final class KnownTables {
    private static final Predicate<String> YES = Set.of("t", "true")::contains;
    private static final Predicate<String> NO = Set.of("f", "false")::contains;
    private static final Predicate<String> ABSENT = String::isEmpty;
    private static final Predicate<String> PRESENT = ABSENT.negate();

    /** Where two make the same table, the likelier one first. */
    public static final List<KnownTable> ALL = List.of(
            // One row for each branch, and nothing more.
            KnownTable.of("alembic", "Alembic", "alembic_version")
                    .columns(TEXT, "version_num")
                    .alone()
                    .underAnyNameWith("version_num")
                    .id("version_num")
                    .each("version_num"),
            KnownTable.of("liquibase", "Liquibase", "databasechangelog")
                    .columns(TEXT, "id", "author", "filename", "exectype", "md5sum")
                    .columns(NUMBER, "orderexecuted")
                    .columns(TIME, "dateexecuted")
                    .underAnyNameWith("orderexecuted")
                    .id("::", "filename", "id", "author")
                    .when("dateexecuted")
                    .newest("orderexecuted")
                    .unlessMarked("exectype", "FAILED"::equals, "failed")
                    .unlessMarked("exectype", "SKIPPED"::equals, "skipped"),
            // A repeatable migration has no version.
            KnownTable.of("flyway", "Flyway", "flyway_schema_history")
                    .columns(NUMBER, "installed_rank", "checksum")
                    .columns(TEXT, "version", "description", "type", "script")
                    .columns(TIME, "installed_on")
                    .columns(TRUTH, "success")
                    .underAnyNameWith("installed_rank")
                    .id("version")
                    .about("description")
                    .when("installed_on")
                    .newest("installed_rank")
                    .unlessMarked("version", ABSENT, "repeatable")
                    .unlessMarked("type", type -> type.startsWith("UNDO"), "undone")
                    .unlessMarked("type", "DELETE"::equals, "deleted")
                    .unlessMarked("success", NO, "failed"),
            KnownTable.of("django", "Django", "django_migrations")
                    .columns(NUMBER, "id")
                    .columns(TEXT, "app", "name")
                    .columns(TIME, "applied")
                    .id(".", "app", "name")
                    .each("app")
                    .when("applied")
                    .newest("id"),
            // Rails 5 and later keep ar_internal_metadata beside it; dbmate makes the same table without.
            KnownTable.of("rails", "Rails", "schema_migrations")
                    .columns(TEXT, "version")
                    .alone()
                    .sureBeside("ar_internal_metadata")
                    .id("version")
                    .newestNumber("version"),
            KnownTable.of("dbmate", "dbmate", "schema_migrations")
                    .columns(TEXT, "version")
                    .alone()
                    .sureIf(table -> table.type("version").equals("character varying(128)"))
                    .id("version")
                    .newestNumber("version"),
            KnownTable.of("prisma", "Prisma", "_prisma_migrations")
                    .columns(TEXT, "id", "checksum", "migration_name", "logs")
                    .columns(TIME, "finished_at", "rolled_back_at", "started_at")
                    .columns(NUMBER, "applied_steps_count")
                    .id("migration_name")
                    .when("finished_at")
                    .newest("started_at")
                    .unlessMarked("rolled_back_at", PRESENT, "rolled back")
                    .unlessMarked("finished_at", ABSENT, "not finished"),
            // One row: the version it is at, and whether the last migration broke.
            KnownTable.of("golang-migrate", "golang-migrate", "schema_migrations")
                    .columns(NUMBER, "version")
                    .columns(TRUTH, "dirty")
                    .alone()
                    .id("version")
                    .newest("version")
                    .mark("dirty", YES, "dirty"),
            // The first row is a version 0 that stands for none.
            KnownTable.of("goose", "goose", "goose_db_version")
                    .columns(NUMBER, "id", "version_id")
                    .columns(TRUTH, "is_applied")
                    .columns(TIME, "tstamp")
                    .alone()
                    .underAnyNameWith("is_applied")
                    .id("version_id")
                    .when("tstamp")
                    .newest("id")
                    .unlessMarked("is_applied", NO, "taken back")
                    .unlessMarked("version_id", "0"::equals, "before the first"),
            // Of a registry the changes that are deployed now; each project has its own.
            KnownTable.of("sqitch", "Sqitch", "changes")
                    .columns(TEXT, "change_id", "change", "project", "note", "committer_name", "planner_name")
                    .columns(TIME, "committed_at", "planned_at")
                    .id(":", "project", "change")
                    .each("project")
                    .about("note")
                    .when("committed_at")
                    .newest("committed_at"),
            KnownTable.of("knex", "Knex", "knex_migrations")
                    .columns(NUMBER, "id", "batch")
                    .columns(TEXT, "name")
                    .columns(TIME, "migration_time")
                    .alone()
                    .underAnyNameWith("migration_time")
                    .id("name")
                    .when("migration_time")
                    .newest("id"),
            // Its timestamp is when the migration was written, not when it ran.
            KnownTable.of("typeorm", "TypeORM", "migrations")
                    .columns(NUMBER, "id", "timestamp")
                    .columns(TEXT, "name")
                    .alone()
                    .id("name")
                    .newest("id"),
            KnownTable.of("sequelize", "Sequelize", "SequelizeMeta")
                    .columns(TEXT, "name")
                    .id("name")
                    .newest("name"),
            KnownTable.of("efcore", "EF Core", "__EFMigrationsHistory")
                    .columns(TEXT, "MigrationId", "ProductVersion")
                    .underAnyNameWith("ProductVersion")
                    .id("MigrationId")
                    .newest("MigrationId"),
            KnownTable.of("ecto", "Ecto", "schema_migrations")
                    .columns(NUMBER, "version")
                    .columns(TIME, "inserted_at")
                    .alone()
                    .id("version")
                    .when("inserted_at")
                    .newest("version"),
            KnownTable.of("diesel", "Diesel", "__diesel_schema_migrations")
                    .columns(TEXT, "version")
                    .columns(TIME, "run_on")
                    .id("version")
                    .when("run_on")
                    .newest("version"),
            KnownTable.of("sqlx", "sqlx", "_sqlx_migrations")
                    .columns(NUMBER, "version", "execution_time")
                    .columns(TEXT, "description")
                    .columns(TIME, "installed_on")
                    .columns(TRUTH, "success")
                    .columns(BYTES, "checksum")
                    .id("version")
                    .about("description")
                    .when("installed_on")
                    .newest("version")
                    .unlessMarked("success", NO, "failed"),
            // A version that begins with a dot is a note of Atlas to itself.
            KnownTable.of("atlas", "Atlas", "atlas_schema_revisions")
                    .columns(TEXT, "version", "description", "error", "hash", "operator_version")
                    .columns(NUMBER, "type", "applied", "total", "execution_time")
                    .columns(TIME, "executed_at")
                    .underAnyNameWith("operator_version")
                    .id("version")
                    .about("description")
                    .when("executed_at")
                    .newest("version")
                    .mark("error", PRESENT, "failed half-way")
                    .unlessMarked("version", version -> version.startsWith("."), "no migration"));

    private KnownTables() {}

    /** The tool that is typed like this. */
    public static Optional<KnownTable> named(String tracker) {
        return ALL.stream().filter(known -> known.tracker().equals(tracker)).findFirst();
    }

    /** The tools as they are typed, in order. */
    public static List<String> names() {
        return ALL.stream().map(KnownTable::tracker).sorted().toList();
    }

    /** What tables are called that matter to {@link Recognition}. */
    public static Set<String> tables() {
        return ALL.stream()
                .flatMap(known -> Stream.concat(Stream.of(known.table()), known.companion().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Columns of which each makes a table matter, whatever it is called. */
    public static Set<String> telltales() {
        return ALL.stream().flatMap(known -> known.telltale().stream()).collect(Collectors.toUnmodifiableSet());
    }
}

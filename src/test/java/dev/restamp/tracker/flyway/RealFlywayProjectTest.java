package dev.restamp.tracker.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.log.LogDiagnosis;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.tracker.MigrationTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project in {@code src/test/resources/flyway/shop} is run migration by migration, by the library as the product calls
 * it; each time the live catalog must tell how far it has come.
 */
class RealFlywayProjectTest {
    private static final Path SHOP = Path.of("src/test/resources/flyway/shop");
    private static final String TABLE = "public.flyway_schema_history";

    private final List<String> output = new ArrayList<>();

    @Test
    void the_catalog_tells_after_each_migration_which_has_run(@TempDir Path folder) throws IOException {
        copy(folder);
        try (var world = new FlywayWorld(folder.resolve("aside"))) {
            var line = new FlywayTracker().open(SHOP).graph().revisions();
            assertThat(line).hasSize(15);
            withoutRepeatables(folder);
            var versions = line.subList(0, 13);
            for (var at = 0; at < versions.size(); at++) {
                upgrade(folder, Optional.of(versions.get(at).id()), world);
                check(diagnose(world), versions, at);
            }
            copy(folder);
            upgrade(folder, Optional.empty(), world);
            var all = diagnose(world);
            assertThat(evidence(all, "R__open_orders").status()).isEqualTo(Status.PRESENT);
            assertThat(all.findings()).isEmpty();
            assertThat(output)
                    .contains("Migrating schema \"public\" to version \"8 - open orders index\" [non-transactional]")
                    .noneMatch(said -> said.contains("http"));
        }
    }

    private static void check(Diagnosis diagnosis, List<Revision> versions, int at) {
        var here = evidence(diagnosis, versions.get(at).id());
        assertThat(here.status()).as(here.toString()).isIn(Status.PRESENT, Status.NOTHING_TO_SEE);
        assertThat(here.unread()).isEmpty();
        if (at + 1 < versions.size()) {
            var next = evidence(diagnosis, versions.get(at + 1).id());
            assertThat(next.status()).as(next.toString()).isIn(Status.ABSENT, Status.NOTHING_TO_SEE);
        }
        assertThat(diagnosis.findings()).as(versions.get(at).id()).isEmpty();
    }

    private static RevisionEvidence evidence(Diagnosis diagnosis, String id) {
        return Objects.requireNonNull(diagnosis.evidence().get(id));
    }

    private static Diagnosis diagnose(FlywayWorld world) {
        var project = new FlywayTracker().open(SHOP);
        var rows = new VersionRows(TABLE, State.READ, List.of(), world.rows(), List.of());
        return LogDiagnosis.of(
                project.log().orElseThrow(),
                project.versionTable(),
                Timeline.of(project.graph(), project.effects("public")),
                rows,
                List.of(TABLE),
                world.schema());
    }

    private void upgrade(Path folder, Optional<String> target, FlywayWorld world) {
        var tool = new FlywayTracker().open(folder).tool(Map.of());
        ((MigrationTool.Library) tool).upgrade(target, world.connection(), output::add);
    }

    private static void copy(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.copy(SHOP.resolve("flyway.conf"), folder.resolve("flyway.conf"), StandardCopyOption.REPLACE_EXISTING);
        try (var scripts = Files.list(SHOP.resolve("db"))) {
            for (var script : scripts.toList()) {
                Files.copy(
                        script,
                        folder.resolve("db").resolve(script.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Flyway runs them whatever the target is, and they need the tables. */
    private static void withoutRepeatables(Path folder) throws IOException {
        Files.delete(folder.resolve("db/R__open_orders.sql"));
        Files.delete(folder.resolve("db/R__order_total.sql"));
    }
}

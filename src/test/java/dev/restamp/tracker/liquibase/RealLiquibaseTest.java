package dev.restamp.tracker.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.revision.Revision;
import dev.restamp.postgres.CatalogReader;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.tracker.ProjectChoice;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A project with the usual changes, run by Liquibase itself: what is said of it must be what the catalog shows. */
class RealLiquibaseTest {
    private static final Path SHOP = Path.of("src/test/resources/liquibase/shop");
    private static final Set<Status> NOT_THERE = Set.of(Status.ABSENT, Status.NOTHING_TO_SEE);
    private static final Set<Status> THERE = Set.of(Status.PRESENT, Status.NOTHING_TO_SEE);

    private final TestDatabase world = TestPostgres.database();

    @Test
    void after_each_change_set_the_catalog_shows_it_and_not_the_next() throws SQLException {
        var project = LiquibaseProject.read(SettingsReader.read(ProjectChoice.of(SHOP)));
        assertThat(project.problems()).isEmpty();
        var timeline = Timeline.of(project.graph(), project.effects("public"));
        var update = new LiquibaseUpdate(project.settings(), project.changeSets());
        var revisions = project.graph().oldestFirst();
        var applied = new LinkedHashSet<String>();
        for (var at = 0; at < revisions.size(); at++) {
            var revision = revisions.get(at);
            run(update);
            applied.add(revision.id());
            var evidence = evidence(timeline);
            assertThat(evidence.mismatches(applied))
                    .as("after " + revision.id())
                    .isEmpty();
            check(evidence.of(revision), THERE);
            if (at + 1 < revisions.size()) {
                check(evidence.of(revisions.get(at + 1)), NOT_THERE);
            }
        }
        assertThat(world.column("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactlyElementsOf(revisions.stream()
                        .map(Revision::id)
                        .map(id -> id.substring(0, id.indexOf("::")))
                        .toList());
    }

    @Test
    void all_but_data_and_functions_can_be_seen() {
        var project = LiquibaseProject.read(SettingsReader.read(ProjectChoice.of(SHOP)));
        var timeline = Timeline.of(project.graph(), project.effects("public"));
        var unseen = new ArrayList<String>();
        for (var revision : project.graph().oldestFirst()) {
            if (timeline.changes(revision.id()).isEmpty()) {
                unseen.add(revision.id());
            }
        }
        assertThat(unseen).containsExactly("v1::bob", "first rows::bob");
        assertThat(project.notes())
                .containsExactly(
                        "left out by context: 1 change set",
                        "run outside of a transaction and may be there in part: partial-index::zoe");
    }

    private void run(LiquibaseUpdate update) throws SQLException {
        try (var connection = world.connect()) {
            update.upgrade(Optional.of("+1"), connection, _ -> {});
        }
    }

    private Evidence evidence(Timeline timeline) {
        try (var database = world.open()) {
            return Evidence.of(timeline, database.read(CatalogReader::read));
        }
    }

    private static void check(RevisionEvidence evidence, Set<Status> expected) {
        var what = evidence.revision().id() + " " + evidence.observations() + " " + evidence.unread();
        assertThat(List.of(evidence.status())).as(what).isSubsetOf(expected);
    }
}

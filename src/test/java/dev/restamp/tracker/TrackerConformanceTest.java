package dev.restamp.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What every tracker must do. The project in {@code src/test/resources/trackers/<name>} tells the same story for each
 * tool: first "users", then "orders", then "invoices".
 */
@ParameterizedClass(name = "{0}")
@FieldSource("dev.restamp.tracker.Trackers#ALL")
record TrackerConformanceTest(Tracker tracker) {
    @Test
    void has_a_sample_project() {
        assertThat(sample(tracker)).as("sample project for " + tracker.name()).isDirectory();
    }

    @Test
    void has_a_name_to_type() {
        assertThat(tracker.name()).matches("[a-z]+");
    }

    @Test
    void recognises_its_own_project_and_no_other(@TempDir Path empty) {
        for (var other : Trackers.ALL) {
            assertThat(tracker.recognises(sample(other))).as(other.name()).isEqualTo(other.equals(tracker));
        }
        assertThat(tracker.recognises(empty)).isFalse();
    }

    @Test
    void refuses_a_folder_without_a_project_with_a_hint(@TempDir Path empty) {
        assertThatThrownBy(() -> tracker.open(empty)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    @Test
    void tells_the_story_in_order() {
        var project = tracker.open(sample(tracker));
        assertThat(project.problems()).isEmpty();
        assertThat(project.configuration()).isAbsolute().exists();
        assertThat(project.location()).isNotEmpty().doesNotStartWith("/");
        assertThat(project.graph().revisions())
                .extracting(Revision::doc)
                .containsExactly("users", "orders", "invoices");
    }

    @Test
    void each_revision_follows_the_one_before() {
        var revisions = tracker.open(sample(tracker)).graph().revisions();
        assertThat(revisions.getFirst().downRevisions()).isEmpty();
        for (var i = 1; i < revisions.size(); i++) {
            assertThat(revisions.get(i).downRevisions())
                    .containsExactly(revisions.get(i - 1).id());
        }
    }

    @Test
    void each_revision_makes_its_table_in_the_schema_that_is_asked_for() {
        var project = tracker.open(sample(tracker));
        var effects = project.effects("shop");
        for (var revision : project.graph().revisions()) {
            assertThat(tables(effects.getOrDefault(revision.id(), List.of())))
                    .containsExactly(ObjectKey.of(Kind.TABLE, "shop", revision.doc()));
        }
    }

    private static List<ObjectKey> tables(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Create.class::isInstance)
                .map(Effect.Create.class::cast)
                .map(create -> create.object().key())
                .filter(key -> key.kind() == Kind.TABLE)
                .toList();
    }

    private static Path sample(Tracker tracker) {
        return Path.of("src/test/resources/trackers", tracker.name());
    }
}

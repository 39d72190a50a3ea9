package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ProjectChoice;
import dev.restamp.tracker.Tracker;
import dev.restamp.tracker.alembic.AlembicTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository in a temporary folder; its projects are named by each test. */
class ProjectSearchTest {
    /** A second tool, told by its file; its projects are not read here. */
    private static final Tracker OTHER = new Tracker() {
        @Override
        public String name() {
            return "other";
        }

        @Override
        public String variable() {
            return "OTHER_CONFIG";
        }

        @Override
        public boolean recognises(Path place) {
            return Files.exists(place.resolve("other.conf"));
        }

        @Override
        public Project open(ProjectChoice choice) {
            throw new IllegalStateException("not read here");
        }
    };

    @TempDir
    private Path repository;

    @BeforeEach
    void its_root_ends_the_way_up() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
    }

    @Test
    void the_current_folder_goes_first_and_needs_no_note() throws IOException {
        ini("alembic.ini");
        ini("backend/alembic.ini");
        var found = from("").find(Optional.of("billing"), Optional.empty());
        assertThat(found.place()).isEqualTo(repository.toAbsolutePath());
        assertThat(found.section()).contains("billing");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void a_project_above_is_found_and_noted() throws IOException {
        ini("alembic.ini");
        var found = from("src/shop").find(Optional.empty(), Optional.empty());
        assertThat(found.place()).isEqualTo(repository.toAbsolutePath());
        assertThat(found.notes()).singleElement().asString().contains("above the current folder");
    }

    @Test
    void the_only_project_below_is_found_and_noted() throws IOException {
        ini("services/shop/alembic.ini");
        ini("node_modules/x/alembic.ini");
        ini(".cache/alembic.ini");
        ini("too/far/down/alembic.ini");
        ini("our-outage/project/alembic.ini");
        Files.writeString(repository.resolve("our-outage/scenario.properties"), "title = to practise on");
        var found = from("").find(Optional.empty(), Optional.empty());
        assertThat(found.place()).isEqualTo(repository.resolve("services/shop"));
        assertThat(found.notes())
                .containsExactly("the project is in services/shop, below the current folder; run alembic there");
    }

    @Test
    void of_several_below_the_user_must_name_one() throws IOException {
        ini("billing/alembic.ini");
        ini("shop/alembic.ini");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> from("").find(Optional.empty(), Optional.empty()))
                .satisfies(problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
                    assertThat(problem.what())
                            .startsWith("2 migration projects below")
                            .endsWith(": billing, shop");
                    assertThat(problem.hint()).startsWith("name one: --project billing");
                });
    }

    @Test
    void where_there_is_none_it_says_so() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> from("").find(Optional.empty(), Optional.empty()))
                .withMessageStartingWith("no migration project in ");
    }

    @Test
    void the_variable_of_the_tool_goes_before_the_current_folder() throws IOException {
        ini("alembic.ini");
        ini("conf/billing.ini");
        var found = from("", "conf/billing.ini").find(Optional.empty(), Optional.empty());
        assertThat(found.place()).isEqualTo(repository.resolve("conf/billing.ini"));
        assertThat(found.current()).isEqualTo(repository.toAbsolutePath());
    }

    @Test
    void a_variable_that_leads_nowhere_is_named() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> from("", "conf/gone.ini").find(Optional.empty(), Optional.empty()))
                .withMessage("$ALEMBIC_CONFIG names conf/gone.ini, and there is no such file");
    }

    @Test
    void of_two_tools_in_one_folder_the_one_that_was_chosen_counts() throws IOException {
        ini("alembic.ini");
        Files.writeString(repository.resolve("other.conf"), "");
        var search = new ProjectSearch(repository, Map.of(), List.of(new AlembicTracker(), OTHER));
        assertThat(search.find(Optional.empty(), Optional.of("other")).place()).isEqualTo(repository.toAbsolutePath());
        assertThat(search.tracker(repository, Optional.of("other"))).contains(OTHER);
        assertThat(search.tracker(repository, Optional.of("alembic")))
                .get()
                .extracting(Tracker::name)
                .isEqualTo("alembic");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> search.tracker(repository, Optional.empty()))
                .satisfies(problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.PROJECT);
                    assertThat(problem.what()).endsWith("holds projects of several tools: alembic, other");
                    assertThat(problem.hint()).isEqualTo("say which one is meant: --tracker alembic");
                });
    }

    @Test
    void a_project_of_the_chosen_tool_is_looked_for_past_those_of_others() throws IOException {
        ini("backend/alembic.ini");
        Files.writeString(repository.resolve("other.conf"), "");
        var search = new ProjectSearch(repository.resolve("backend"), Map.of(), List.of(new AlembicTracker(), OTHER));
        var found = search.find(Optional.empty(), Optional.of("other"));
        assertThat(found.place()).isEqualTo(repository.toAbsolutePath());
        assertThat(found.notes()).singleElement().asString().endsWith("run other there");
    }

    @Test
    void too_many_projects_are_not_none() throws IOException {
        assertThat(from("").isInVain(Optional.empty())).isTrue();
        ini("billing/alembic.ini");
        ini("shop/alembic.ini");
        assertThat(from("").isInVain(Optional.empty())).isFalse();
        assertThat(from("").isInVain(Optional.of("django"))).isTrue();
    }

    private ProjectSearch from(String folder) throws IOException {
        return new ProjectSearch(Files.createDirectories(repository.resolve(folder)), Map.of());
    }

    private ProjectSearch from(String folder, String variable) {
        return new ProjectSearch(repository.resolve(folder), Map.of("ALEMBIC_CONFIG", variable));
    }

    private void ini(String file) throws IOException {
        Files.createDirectories(repository.resolve(file).resolveSibling(""));
        Files.writeString(repository.resolve(file), "[alembic]\nscript_location = db\n");
    }
}

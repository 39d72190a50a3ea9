package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository in a temporary folder; its projects are named by each test. */
class ProjectSearchTest {
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
        var found = from("").find(Optional.of("billing"));
        assertThat(found.place()).isEqualTo(repository.toAbsolutePath());
        assertThat(found.section()).contains("billing");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void a_project_above_is_found_and_noted() throws IOException {
        ini("alembic.ini");
        var found = from("src/shop").find(Optional.empty());
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
        var found = from("").find(Optional.empty());
        assertThat(found.place()).isEqualTo(repository.resolve("services/shop"));
        assertThat(found.notes())
                .containsExactly("the project is in services/shop, below the current folder; run alembic there");
    }

    @Test
    void of_several_below_the_user_must_name_one() throws IOException {
        ini("billing/alembic.ini");
        ini("shop/alembic.ini");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> from("").find(Optional.empty()))
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
                .isThrownBy(() -> from("").find(Optional.empty()))
                .withMessageStartingWith("no migration project in ");
    }

    @Test
    void the_variable_of_the_tool_goes_before_the_current_folder() throws IOException {
        ini("alembic.ini");
        ini("conf/billing.ini");
        var found = from("", "conf/billing.ini").find(Optional.empty());
        assertThat(found.place()).isEqualTo(repository.resolve("conf/billing.ini"));
        assertThat(found.current()).isEqualTo(repository.toAbsolutePath());
    }

    @Test
    void a_variable_that_leads_nowhere_is_named() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> from("", "conf/gone.ini").find(Optional.empty()))
                .withMessage("$ALEMBIC_CONFIG names conf/gone.ini, and there is no such file");
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

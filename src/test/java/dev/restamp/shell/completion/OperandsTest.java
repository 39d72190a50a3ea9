package dev.restamp.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.stamp.Receipt;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.TestShell;
import dev.restamp.shell.command.Group;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project in these tests: a ← b ← d, and a ← c ← d. No database is open. */
class OperandsTest {
    private static final Usage STATUS =
            Usage.of("status", Group.LOOK, "Say where it is").build();
    private static final Cursor NOWHERE = new Cursor(List.of(), "");

    @TempDir
    private Path folder;

    @BeforeEach
    void write_the_project() throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.writeString(folder.resolve("migrations/env.py"), "");
        revision("a1", "None", "first");
        revision("b2", "'a1'", "add índice_único");
        revision("c3", "'a1'", "add orders");
        revision("d4", "('b2', 'c3')", "merge");
    }

    @Test
    void heads_come_first_then_the_newest_then_the_words_for_them() {
        assertThat(opened(Operand.REVISION))
                .extracting(Proposal::value)
                .startsWith("d4")
                .endsWith("a1", "head", "heads", "base")
                .containsOnlyOnce("a1", "b2", "c3", "d4");
    }

    @Test
    void a_revision_is_known_by_its_marks_and_by_the_words_of_its_message_in_any_language() {
        assertThat(opened(Operand.REVISION)).contains(new Proposal("d4", "(head) (mergepoint) merge", "merge"));
        assertThat(opened(Operand.REVISION)).contains(new Proposal("b2", "add índice_único", "add índice_único"));
    }

    @Test
    void a_project_that_is_not_open_is_not_opened_for_a_key() {
        var session = TestShell.session(folder);
        assertThat(operands(session).of(Operand.REVISION, NOWHERE)).isEmpty();
        assertThat(session.openProject()).isEmpty();
    }

    @Test
    void receipts_commands_and_scenarios_are_listed() {
        new ReceiptStore(() -> folder.resolve("receipts")).keep(receipt());
        assertThat(opened(Operand.RECEIPT)).containsExactly(new Proposal("r-1", "jo@db1:5432/shop", ""));
        assertThat(opened(Operand.COMMAND)).containsExactly(new Proposal("status", "Say where it is", ""));
        assertThat(operands(TestShell.session(folder))
                        .of(Operand.SCENARIO, new Cursor(List.of("practice", "start"), "")))
                .extracting(Proposal::value)
                .containsExactlyElementsOf(
                        Scenario.all().stream().map(Scenario::name).toList());
    }

    @Test
    void a_scenario_may_be_a_folder_and_only_what_runs_can_be_broken() throws IOException {
        Files.createDirectories(folder.resolve("our-outage"));
        var operands = operands(TestShell.session(folder));
        assertThat(operands.of(Operand.SCENARIO, new Cursor(List.of("practice", "start"), "./o")))
                .contains(Proposal.of("./our-outage/"));
        assertThat(operands.of(Operand.SCENARIO, new Cursor(List.of("practice", "break"), "")))
                .isEmpty();
        assertThat(operands.of(Operand.SCENARIO, new Cursor(List.of("practice", "stop"), "")))
                .isEmpty();
    }

    @Test
    void without_a_database_there_are_no_tables_and_no_connections() {
        assertThat(opened(Operand.TABLE)).isEmpty();
        assertThat(opened(Operand.CONNECTION)).isEmpty();
    }

    private List<Proposal> opened(Operand operand) {
        var session = TestShell.session(folder);
        session.project();
        return operands(session).of(operand, NOWHERE);
    }

    private Operands operands(Session session) {
        return new Operands(session, new ReceiptStore(() -> folder.resolve("receipts")), List.of(STATUS));
    }

    private void revision(String id, String down, String message) throws IOException {
        Files.writeString(
                folder.resolve("migrations/versions/" + id + ".py"),
                "\"\"\"" + message + "\"\"\"\nrevision = '" + id + "'\ndown_revision = " + down + "\n"
                        + "def upgrade():\n    pass\n");
    }

    private static Receipt receipt() {
        return new Receipt(
                "r-1",
                Instant.EPOCH,
                "1.0.0",
                "jo@db1:5432/shop",
                "shop",
                "1",
                "alembic_version",
                List.of(),
                List.of("a1"),
                List.of(),
                "1",
                List.of(),
                "",
                "",
                "");
    }
}

package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.practice.Practice;
import dev.restamp.practice.PracticeDatabase;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbooks of the documentation, run by the built program on the practice incident. */
class RunbooksIT {
    private static final Path RUNBOOKS = Path.of("docs/runbooks").toAbsolutePath();
    private static final String REPAIR =
            RUNBOOKS.resolve("repair-restored-shop.restamp").toString();
    private static final String GATE =
            RUNBOOKS.resolve("check-before-deploy.restamp").toString();
    private static final String NIGHTLY =
            RUNBOOKS.resolve("nightly-drift-report.restamp").toString();

    private static Practice practice;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        practice = Practice.start(Scenario.named("restored-dump"), Path.of("target", "practice home"), _ -> {});
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @AfterEach
    void put_it_back_and_look_for_the_password() throws IOException {
        practice.reset();
        var password = practice.databases().getFirst().password();
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(password));
        }
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void every_runbook_is_sound(Path runbook) throws Exception {
        var checked = new Program(home, home, Map.of()).run("script", "check", runbook.toString());
        assertThat(checked.exit()).as(checked.all()).isZero();
        assertThat(runbook).isExecutable();
    }

    static Stream<Path> runbooks() throws IOException {
        try (var files = Files.list(RUNBOOKS)) {
            return files.toList().stream();
        }
    }

    @Test
    void the_repair_is_rehearsed_done_and_not_done_twice() throws Exception {
        var rehearsed = run("railway", REPAIR, "--set", "database=railway", "--dry-run");
        assertThat(rehearsed.exit()).as(rehearsed.all()).isZero();
        assertThat(rehearsed.out())
                .contains("left out", "PLAN", "UPDATE public.alembic_version", "1 write left out: this was a dry run");
        assertThat(run("railway", "current", "--json")
                        .json()
                        .path("row")
                        .path(0)
                        .asString())
                .isEqualTo("i6j7k8l9m0n1");

        var done = run(
                "railway",
                REPAIR,
                "--set",
                "database=railway",
                "--junit",
                "out.xml",
                "--transcript",
                home.resolve("t.log").toString());
        assertThat(done.exit()).as(done.all()).isZero();
        assertThat(masked(done.out())).isEqualTo("""
                [1/3]  inspect
                  15   status                                                           1  as expected        0.00 s
                  16   capture row = ["i6j7k8l9m0n1"]                                   0                     0.00 s
                  17   capture fits = ["ec31ab63431d"]                                  0                     0.00 s
                  18   assert row == [old]                                              0                     0.00 s
                  19   assert fits == [right]                                           0                     0.00 s
                [2/3]  repair
                  22   stamp ec31ab63431d --expect i6j7k8l9m0n1 --confirm railway       0  r-00000000-000000  0.00 s
                [3/3]  prove
                  25   status                                                           0  as expected        0.00 s
                  26   capture now = ["ec31ab63431d"]                                   0                     0.00 s
                  27   assert now == [right]                                            0                     0.00 s
                PASSED  9 steps, 0.0 s, 1 write                                                               exit 0
                """);
        assertThat(Files.readString(home.resolve("out.xml"))).contains("tests=\"9\" failures=\"0\"");
        assertThat(Files.readString(home.resolve("t.log"))).contains("  > stamp ec31ab63431d --expect", "STAMPED");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("t.log"))))
                .isEqualTo("rw-------");

        var receipts = run("railway", "receipts", "--json").json();
        assertThat(receipts.path("receipts").path(0).path("script").asString())
                .matches("\\Q" + REPAIR + "\\E sha256:[0-9a-f]{64}");

        var again = run("railway", REPAIR, "--set", "database=railway");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out())
                .contains("0  FAILED, not 1", "FAILED at " + REPAIR + ":15")
                .doesNotContain("stamp ");
    }

    @Test
    void a_wrong_name_of_the_database_writes_nothing() throws Exception {
        var refused = run("railway", REPAIR, "--set", "database=other");
        assertThat(refused.exit()).as(refused.all()).isEqualTo(5);
        assertThat(refused.out()).contains("not confirmed, nothing has been written", ":22");
        assertThat(run("railway", REPAIR).exit()).isEqualTo(2);
    }

    @Test
    void what_is_half_restored_is_not_repaired() throws Exception {
        practice.applyBreak("half-restored");
        var stopped = run("railway", REPAIR, "--set", "database=railway");
        assertThat(stopped.exit()).as(stopped.all()).isEqualTo(1);
        assertThat(stopped.out()).contains("the schema is not where this runbook expects it");
    }

    @Test
    void the_gate_opens_and_closes() throws Exception {
        var open = run("local", GATE);
        assertThat(open.exit()).as(open.all()).isZero();
        var closed = run("railway", GATE, "--json");
        assertThat(closed.exit()).as(closed.all()).isEqualTo(1);
        assertThat(closed.json().path("steps").path(4).path("output").asString())
                .contains("alembic upgrade head would fail");
    }

    @Test
    void the_nightly_report_tells_drift_from_none() throws Exception {
        var quiet = run("local", NIGHTLY);
        assertThat(quiet.exit()).as(quiet.all()).isZero();
        assertThat(quiet.out()).contains("row, schema and project agree");
        var drift = run("railway", NIGHTLY);
        assertThat(drift.exit()).as(drift.all()).isEqualTo(1);
        assertThat(drift.out()).contains("a finding", "FINDINGS  ");
        assertThat(run("railway", NIGHTLY, "--fail-on", "never").exit()).isZero();
    }

    @Test
    void from_standard_input_and_as_a_program_of_its_own() throws Exception {
        var piped = program("railway").runWithInput("expect 1 status\n", "run", "-");
        assertThat(piped.exit()).as(piped.all()).isZero();
        assertThat(piped.out()).contains("PASSED  1 step");

        var script = home.resolve("own.restamp");
        Files.writeString(script, "#!/usr/bin/env -S restamp run\nrequire set word\necho ${word}\nversion\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        var builder = new ProcessBuilder(script.toString(), "--set", "word=a b").redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().merge("PATH", "", (path, _) -> PseudoTerminal.PROGRAM.resolveSibling("") + ":" + path);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("       a b\n", "PASSED  1 step");
    }

    private static String masked(String screen) {
        return screen.replaceAll("r-\\d{8}-\\d{6}", "r-00000000-000000")
                .replaceAll("\\d\\.\\d\\d s\n", "0.00 s\n")
                .replaceAll("\\d\\.\\d s", "0.0 s");
    }

    private Outcome run(String database, String script, String... more) throws IOException, InterruptedException {
        var words = new java.util.ArrayList<String>();
        if (script.startsWith("/")) {
            words.add("run");
        }
        words.add(script);
        words.addAll(List.of(more));
        return program(database).run(words.toArray(String[]::new));
    }

    private Program program(String name) {
        var url = practice.databases().stream()
                .filter(database -> database.name().equals(name))
                .map(PracticeDatabase::url)
                .findFirst()
                .orElseThrow();
        return new Program(
                home,
                home,
                Map.of(
                        "DATABASE_URL",
                        url,
                        "PGPASSFILE",
                        practice.passfile().toString(),
                        "ALEMBIC_CONFIG",
                        practice.project().resolve("alembic.ini").toString()));
    }
}

package dev.restamp.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A practice that is running, as tests look at it. */
final class Running {
    /** Kept between runs of the tests, so that PostgreSQL is unpacked once. The space is there to be stumbled over. */
    static final Path HOME = Path.of("target", "practice home");

    private Running() {}

    static Practice restoredDump() {
        return Practice.start(Scenario.named("restored-dump"), HOME, progress -> {});
    }

    static PracticeDatabase database(Practice practice, String name) {
        return practice.databases().stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Connection connect(PracticeDatabase database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + database.url().replace("postgres@", ""), "postgres", database.password());
    }

    /** The first column of every row, as text. */
    static List<String> query(PracticeDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    static String value(PracticeDatabase database, String sql) throws SQLException {
        return String.join("\n", query(database, sql));
    }

    static Path folder(Practice practice) {
        return practice.passfile().resolveSibling("");
    }

    /** The server's process, from the file it keeps itself. */
    static ProcessHandle server(Path folder) throws IOException {
        var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static ProcessHandle pooler(Path folder) throws IOException {
        var pid = Files.readString(folder.resolve("pooler/pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static boolean isWatchdog(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("watchdog.sh");
    }

    /** The session a process is in. */
    static String session(ProcessHandle process) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "sid=", "-p", Long.toString(process.pid())).start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
}

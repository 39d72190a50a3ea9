package dev.restamp.tracker.flyway;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ToolConnection;
import dev.restamp.tracker.MigrationTool;
import dev.restamp.tracker.ProjectChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;

/**
 * {@code migrate}, by the library itself with the settings of the project. Flyway holds an advisory lock meanwhile; one
 * that another run holds makes it wait.
 *
 * @param environment what the configuration may refer to
 */
record FlywayLibrary(ProjectChoice choice, Map<String, String> environment) implements MigrationTool.Library {
    @Override
    public String typed(Optional<String> target) {
        return "flyway migrate" + target.map(version -> " -target=" + version).orElse("");
    }

    @Override
    public void upgrade(Optional<String> target, ToolConnection connection, Consumer<String> output) {
        var configuration = ConfigurationReader.read(choice, environment);
        refuseWhatIsNotSql(configuration);
        var flyway = flyway(configuration, target, connection);
        LogFactory.setLogCreator(_ -> new OutputLog(output)); // a Flyway that is made resets it
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new Problem(Exit.NOT_WRITTEN, sentence(failure), "status", failure);
        }
    }

    /** What the project would run beside SQL needs its own class path, or a shell: that is left to Flyway itself. */
    private void refuseWhatIsNotSql(Configuration configuration) {
        var listing = MigrationFolder.list(configuration.locations());
        MigrationReader.read(configuration, listing.entries()).others().stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new Problem(
                            Exit.REFUSED,
                            other + " is no SQL: Restamp does not run it",
                            "run flyway migrate where your project does");
                });
    }

    private static Flyway flyway(Configuration configuration, Optional<String> target, ToolConnection connection) {
        var settings = configuration.settings();
        refuseUnknown(settings);
        var flyway = Flyway.configure(FlywayLibrary.class.getClassLoader())
                .configuration(settings.ofMigrate())
                .locations(configuration.locations().stream()
                        .map(Location::onDisk)
                        .distinct()
                        .toArray(String[]::new))
                .dataSource(connection.source());
        target.ifPresent(flyway::target);
        return flyway.load();
    }

    private static void refuseUnknown(Settings settings) {
        settings.unknown().stream().findFirst().ifPresent(key -> {
            throw new Problem(
                    Exit.PROJECT, key + " comes from a vault, which Restamp does not ask", "run flyway migrate itself");
        });
    }

    /** The first lines, which say what happened; what follows is advice and links. */
    private static String sentence(FlywayException failure) {
        var lines = String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("[-=+]+") && !line.contains("https://"))
                .filter(line -> !line.startsWith("Need more flexibility") && !line.startsWith("Learn more"))
                .toList();
        return String.join("; ", firstOf(lines)).replaceAll("\\.$", "");
    }

    private static List<String> firstOf(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), 6));
    }
}

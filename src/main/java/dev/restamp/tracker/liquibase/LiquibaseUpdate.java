package dev.restamp.tracker.liquibase;

import dev.restamp.postgres.ToolConnection;
import dev.restamp.tracker.MigrationTool;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code liquibase update}, in this process. */
final class LiquibaseUpdate implements MigrationTool.Library {
    private final Settings settings;

    LiquibaseUpdate(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String typed(Optional<String> target) {
        return settings.changelog();
    }

    @Override
    public void upgrade(Optional<String> target, ToolConnection connection, Consumer<String> output) {
        throw new UnsupportedOperationException();
    }
}

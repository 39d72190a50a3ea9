package dev.restamp.shell;

import dev.restamp.postgres.Database;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connection of the session under its name, and what the prompt says of it. */
public final class OpenConnection implements AutoCloseable {
    private final String name;
    private final Database database;
    private final Environment environment;
    private final TableChoice tableChoice;
    private Belief belief = new Belief(List.of(), Mark.UNKNOWN);
    private Optional<Inspection> lastInspection = Optional.empty();

    public OpenConnection(String name, Database database, Environment environment, TableChoice tableChoice) {
        this.name = name;
        this.database = database;
        this.environment = environment;
        this.tableChoice = tableChoice;
    }

    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    public Environment environment() {
        return environment;
    }

    /** Where its version rows are, as far as the user has said. */
    public TableChoice tableChoice() {
        return tableChoice;
    }

    /** What the last look at the version table said. */
    public Belief belief() {
        return belief;
    }

    /** The last look at the schema: what Tab proposes comes from it. */
    public Optional<Inspection> lastInspection() {
        return lastInspection;
    }

    /** The rows were read, and not the schema: whether they agree is not known, unless they are the same as before. */
    public void remember(List<String> row) {
        if (!belief.row().equals(row)) {
            belief = new Belief(row, Mark.UNKNOWN);
        }
    }

    void remember(Inspection inspection) {
        belief = new Belief(inspection.table().rows().ids(), inspection.mark());
        lastInspection = Optional.of(inspection);
    }

    @Override
    public void close() {
        database.close();
    }

    /** What the prompt shows: the rows, and whether the schema agrees. */
    public record Belief(List<String> row, Mark mark) {
        public Belief {
            row = List.copyOf(row);
        }
    }

    /** Whether row and schema agree. */
    public enum Mark {
        AGREES("="),
        DRIFT("!"),
        UNKNOWN("?");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** What kind of database this is. One that nobody has labelled and that is not on this machine counts as production. */
    public enum Environment {
        PROD,
        STAGE,
        DEV,
        PRACTICE;

        /** As it is typed: {@code prod}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

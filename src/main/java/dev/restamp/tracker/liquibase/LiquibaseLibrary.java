package dev.restamp.tracker.liquibase;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.EmptyDatabaseSnapshot;
import liquibase.snapshot.InvalidExampleException;
import liquibase.structure.DatabaseObject;
import liquibase.ui.ConsoleUIService;
import org.jspecify.annotations.Nullable;

/**
 * The door to Liquibase's library. Behind it there is no database, nothing is sent anywhere, printed or logged, and no
 * class of a project is loaded.
 */
final class LiquibaseLibrary {
    /** PostgreSQL before 10 has no identities; nobody should start with it any more. */
    private static final String OFFLINE = "offline:postgresql?version=15&outputLiquibaseSql=none";

    private LiquibaseLibrary() {}

    /** Something that Liquibase does for us. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /**
     * Runs it in a scope of its own. There is no database in it: where there is one, an {@code include} looks into its
     * history, and makes one where there is none.
     */
    static <T> T run(ResourceAccessor files, Work<T> work) throws Exception {
        prepare();
        return Scope.child(scope(files), work::run);
    }

    /** The same with a database: checksums leave out what is meant for others. */
    static <T> T run(ResourceAccessor files, Database database, Work<T> work) throws Exception {
        return run(files, () -> Scope.child(Map.of(Scope.Attr.database.name(), database), work::run));
    }

    private static Map<String, Object> scope(ResourceAccessor files) {
        var values = new HashMap<String, Object>();
        values.put(Scope.Attr.resourceAccessor.name(), files);
        values.put(Scope.Attr.logService.name(), new QuietLog());
        values.put(Scope.Attr.ui.name(), new NoScreen());
        values.put(Scope.Attr.classLoader.name(), new LibraryClasses(LiquibaseLibrary.class.getClassLoader()));
        values.put("liquibase.analytics.enabled", false);
        values.put("liquibase.showBanner", false);
        values.put("liquibase.headless", "true");
        values.put("liquibase.secureParsing", true);
        values.put("liquibase.duplicateFileMode", "SILENT");
        return values;
    }

    /** A PostgreSQL that is not there, for which SQL can be written. */
    static PostgresDatabase offline(ResourceAccessor files, String defaultSchema) {
        var database = new PostgresDatabase();
        database.setConnection(new NoConnection(files));
        database.setDefaultSchemaName(defaultSchema);
        return database;
    }

    /** Liquibase knows its kinds of changes once for the whole program, and may forget what it was told after an update. */
    private static synchronized void prepare() {
        var silent = Map.<String, Object>of(Scope.Attr.logService.name(), new QuietLog());
        try {
            Scope.child(silent, () -> {
                var changes = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
                if (!(changes.create("customChange") instanceof CustomCode)) {
                    changes.register(new CustomCode());
                }
            });
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Liquibase's own would keep a history of change sets in a file of the current folder. */
    private static final class NoConnection extends OfflineConnection {
        private Optional<Database> attached = Optional.empty();

        NoConnection(ResourceAccessor files) {
            super(OFFLINE, files);
        }

        /** No history, and nothing that stays when the database is forgotten. */
        @Override
        public void attached(Database database) {
            attached = Optional.of(database);
        }

        /** In which nothing is. */
        @Override
        public DatabaseSnapshot getSnapshot(DatabaseObject[] examples) {
            try {
                return new EmptyDatabaseSnapshot(attached.orElseThrow());
            } catch (DatabaseException | InvalidExampleException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public @Nullable String getSchema() {
            return null;
        }
    }

    /** Liquibase says some things straight to the screen. */
    private static final class NoScreen extends ConsoleUIService {
        @Override
        public void sendMessage(String message) {
            // The shell alone writes to the screen.
        }

        @Override
        public void sendErrorMessage(String message) {
            // as above
        }

        @Override
        public void sendErrorMessage(String message, Throwable cause) {
            // as above
        }
    }
}

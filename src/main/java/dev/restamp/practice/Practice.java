package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ScratchDatabase;
import dev.restamp.practice.Scenario.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A scenario that is running: a server, its databases and a project folder, all of them gone after {@link #close}, and
 * soon after this program's end even where it was killed.
 */
public final class Practice implements AutoCloseable {
    /** Holds what the scenario starts from. Sealed: nobody can connect to it and spoil it. */
    private static final String ORIGINAL = "original";

    /** Before the name of a database: its copy at the last mark. */
    private static final String MARKED = "marked_";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final ServerWatchdog watchdog;
    private final PracticeServer server;
    private Scenario scenario;
    private Optional<PracticePooler> pooler = Optional.empty();

    private Practice(Scenario scenario, Path folder, ServerWatchdog watchdog, PracticeServer server) {
        this.scenario = scenario;
        this.folder = folder;
        this.watchdog = watchdog;
        this.server = server;
    }

    /**
     * Starts a server and builds the scenario; takes a few seconds.
     *
     * @param home where practice keeps its things: {@code $XDG_CACHE_HOME/restamp/practice}. PostgreSQL is unpacked there
     *     once and stays; each run has a folder of its own
     * @param progress told what is going on, one phrase at a time, for a person who waits
     * @throws Problem if there is no PostgreSQL for this machine, it does not start, or {@code home} cannot be written
     */
    public static Practice start(Scenario scenario, Path home, Consumer<String> progress) {
        var place = home.toAbsolutePath();
        try {
            Files.createDirectories(place);
            // PostgreSQL is unpacked for everybody to write; so nobody else may come near it.
            Files.setPosixFilePermissions(place, OWNER_ONLY);
            var folder = Files.createTempDirectory(place, "run-", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            return begin(scenario, place.resolve("postgresql"), folder, progress);
        } catch (IOException | UnsupportedOperationException e) {
            throw new Problem(
                    Exit.CONNECTION,
                    "cannot practise in " + home + ": " + e,
                    "set XDG_CACHE_HOME to a folder of your own",
                    e);
        }
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The migration project to work in. */
    public Path project() {
        return folder.resolve("project");
    }

    /** In the scenario's order. */
    public List<PracticeDatabase> databases() {
        return scenario.databases().keySet().stream().map(server::address).toList();
    }

    /** Where the shell keeps what it would otherwise keep among the user's own things; gone with the practice. */
    public Path state() {
        return folder.resolve("state");
    }

    /** Whether something at this address belongs to this practice. Nothing is looked up: a name is never one. */
    public boolean reaches(String host, int port) {
        return host.equals(PracticeServer.HOST)
                && (port == server.port()
                        || pooler.filter(one -> one.port() == port).isPresent());
    }

    /**
     * The database to work on as an application behind a connection pooler sees it. The first call starts PgBouncer.
     *
     * @return under the name {@code pooled}
     * @throws Problem if there is no PgBouncer on this machine, or it does not start
     */
    public synchronized PracticeDatabase pooler() {
        var direct = databases().getLast();
        if (pooler.isEmpty()) {
            pooler = Optional.of(PracticePooler.before(direct, folder));
            server.addToPassfile(pooler.get().port());
        }
        return new PracticeDatabase(
                "pooled", direct.database(), direct.host(), pooler.get().port(), direct.user(), direct.password());
    }

    /** In libpq's format, for another terminal: {@code PGPASSFILE=… psql postgresql://postgres@127.0.0.1:…/railway}. */
    public Path passfile() {
        return server.passfile();
    }

    /** @throws Problem if the scenario has no such break */
    public void applyBreak(String name) {
        var wanted = scenario.breakNamed(name);
        run(server.database(wanted.database()), wanted.script());
    }

    /** A script of a user's may be wrong; one of ours that is wrong is a bug. */
    private void run(ScratchDatabase database, Script script) {
        if (scenario.folder().isPresent()) {
            database.runFile(scenario.name() + "/" + script.file(), script.text());
        } else {
            database.run(script.text());
        }
    }

    /**
     * Runs statements in one of the databases, as somebody else would.
     *
     * @throws IllegalStateException if a statement fails
     */
    public void run(String database, String script) {
        server.database(database).run(script);
    }

    /**
     * Runs statements one after the other, and goes on after one that fails.
     *
     * @return for each of them the server's words; empty where it went well
     */
    public List<String> tryEach(String database, List<String> statements) {
        return server.database(database).tryEach(statements);
    }

    /** Remembers every database as it is now, for {@link #back}. Cuts the connections to them: connect again. */
    public void mark() {
        for (var name : scenario.databases().keySet()) {
            var database = server.database(name);
            var marked = server.database(MARKED + name);
            marked.drop();
            database.disconnectAll();
            marked.createFrom(database);
        }
    }

    /** Puts every database back to the last {@link #mark}. Cuts the connections to them: connect again. */
    public void back() {
        for (var name : scenario.databases().keySet()) {
            var database = server.database(name);
            database.drop();
            database.createFrom(server.database(MARKED + name));
        }
    }

    /** Builds another scenario on the same server, in place of this one. */
    public void rebuild(Scenario other) {
        scenario.databases().keySet().forEach(name -> server.database(name).drop());
        server.database(ORIGINAL).drop();
        remove(project());
        scenario = other;
        build();
    }

    /** Puts every database back to where the scenario starts. Cuts the connections to them: connect again. */
    public void reset() {
        var original = server.database(ORIGINAL);
        scenario.databases().forEach((name, script) -> {
            var database = server.database(name);
            database.drop();
            database.createFrom(original);
            run(database, script);
        });
    }

    /**
     * Stops the server and removes its folder. A second time does nothing, also while the first is at work: a hang-up ends
     * the program from two sides. The watchdog is dismissed last, so that it does what is left undone here.
     */
    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            pooler.ifPresent(PracticePooler::stop);
            server.stop();
            remove(folder);
        } catch (RuntimeException e) {
            watchdog.release();
            throw e;
        }
        watchdog.dismiss();
    }

    private static Practice begin(Scenario scenario, Path binaries, Path folder, Consumer<String> progress)
            throws IOException {
        var watchdog = ServerWatchdog.over(folder);
        try {
            progress.accept("starting PostgreSQL");
            var practice = new Practice(scenario, folder, watchdog, PracticeServer.start(binaries, folder));
            progress.accept("building " + scenario.contents());
            practice.build();
            return practice;
        } catch (RuntimeException | Error e) {
            // However far it came, the watchdog clears it away.
            watchdog.release();
            throw e;
        }
    }

    private void build() {
        scenario.unpackProject(project());
        var original = server.database(ORIGINAL);
        original.create();
        scenario.build().forEach(script -> run(original, script));
        original.seal();
        reset();
    }

    private static void remove(Path folder) {
        try (var entries = Files.walk(folder)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

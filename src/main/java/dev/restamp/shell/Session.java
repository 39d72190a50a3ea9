package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.postgres.Limits;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.Secret;
import dev.restamp.postgres.VersionReader;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.practice.Practice;
import dev.restamp.practice.PracticeDatabase;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is open: connections by name, the project, the practice server. */
public final class Session implements AutoCloseable {
    private final Map<String, String> environment;
    private final Path folder;
    private final OpenProject project;
    private final StateFolder state;
    private final Console console;
    private final Prompter prompter;
    private final Interrupts interrupts;
    private final boolean script;
    private boolean unattended;
    private final Map<String, OpenConnection> connections = new LinkedHashMap<>();
    private Optional<String> target = Optional.empty();
    private TableChoice tableChoice = TableChoice.NONE;
    private WriteRules writeRules = WriteRules.ASK;
    private Optional<String> current = Optional.empty();
    private Optional<Practice> practice = Optional.empty();

    /**
     * @param folder where the user is
     * @param script whether commands come from a file, a pipe or the command line: nobody sees a plan before it is
     *     carried out
     */
    public Session(
            Map<String, String> environment,
            Path folder,
            StateFolder state,
            Console console,
            Prompter prompter,
            Interrupts interrupts,
            boolean script) {
        this.environment = environment;
        this.folder = folder;
        this.project = new OpenProject(new ProjectSearch(folder, environment));
        this.state = state;
        this.console = console;
        this.prompter = prompter;
        this.interrupts = interrupts;
        this.script = script;
        environment.forEach((name, value) -> {
            if (name.endsWith("PASSWORD")) {
                console.redactor().learn(value);
            }
        });
    }

    public Console console() {
        return console;
    }

    /** Who answers questions; nobody does while a script runs. */
    public Prompter prompter() {
        return unattended ? Prompter.NOBODY : prompter;
    }

    public Interrupts interrupts() {
        return interrupts;
    }

    /** Where the user is. */
    public Path folder() {
        return folder;
    }

    public StateFolder state() {
        return state;
    }

    public boolean isScript() {
        return script || unattended;
    }

    /** Does something as a script does it, also in the shell: nobody is asked, and nothing is guessed. */
    public <T> T asScript(Supplier<T> work) {
        var before = unattended;
        unattended = true;
        try {
            return work.get();
        } finally {
            unattended = before;
        }
    }

    /** What to connect to when a command first needs a database; {@code $DATABASE_URL} where nothing is said. */
    public void target(String url) {
        target = Optional.of(url);
    }

    /** The URL a command would connect to; empty where none is known. */
    public Optional<String> target() {
        return target.or(
                () -> Optional.ofNullable(environment.get("DATABASE_URL")).filter(url -> !url.isEmpty()));
    }

    public WriteRules writeRules() {
        return writeRules;
    }

    public void writeRules(WriteRules rules) {
        writeRules = rules;
    }

    /** Where the version rows of every connection are that says nothing of its own. */
    public void tableChoice(TableChoice choice) {
        tableChoice = choice;
    }

    /** What was said about the version table for every connection. */
    public TableChoice tableChoice() {
        return tableChoice;
    }

    /** Connects and makes it the current connection. */
    public OpenConnection connect(String url, Optional<String> name, Optional<Environment> label, TableChoice choice) {
        return connect(DatabaseUrl.parse(url, environment), name, label, choice.or(tableChoice));
    }

    /** Connects to a database of the practice server, under its own name, whatever the user's own variables say. */
    public OpenConnection practise(PracticeDatabase database, Path passfile) {
        var where = DatabaseUrl.parse(database.url(), Map.of("PGPASSFILE", passfile.toString()));
        return connect(where, Optional.of(database.name()), Optional.of(Environment.PRACTICE), TableChoice.NONE);
    }

    private OpenConnection connect(
            DatabaseUrl where, Optional<String> name, Optional<Environment> label, TableChoice choice) {
        console.redactor().spare(where.user());
        console.redactor().spare(where.database());
        where.hosts().forEach(host -> console.redactor().spare(host.name()));
        where.password().map(Secret::reveal).ifPresent(console.redactor()::learn);
        if (isScript() && !where.unknown().isEmpty()) {
            throw new Problem(
                    Exit.USAGE,
                    "the URL has parameters nobody knows: " + String.join(", ", where.unknown()),
                    "leave them out");
        }
        var database = open(where);
        var as = name.orElseGet(() -> freeName(where));
        var connection = new OpenConnection(as, database, label.orElse(environmentOf(where)), choice);
        Optional.ofNullable(connections.put(as, connection)).ifPresent(OpenConnection::close);
        current = Optional.of(as);
        return connection;
    }

    /** The current connection, opened where that has not happened yet. */
    public OpenConnection connection() {
        if (current.isEmpty()) {
            var url = target().orElseThrow(() -> new Problem(
                    Exit.CONNECTION,
                    "no connection: no URL was given and $DATABASE_URL is not set",
                    "connect postgresql://user@host/database, or: practice start restored-dump"));
            return connect(url, Optional.empty(), Optional.empty(), TableChoice.NONE);
        }
        return connection(current.get());
    }

    /** @throws Problem with {@code Exit.USAGE} where there is none of that name */
    public OpenConnection connection(String name) {
        return Optional.ofNullable(connections.get(name))
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "no connection is called \"" + name + "\"",
                        connections.isEmpty()
                                ? "connect postgresql://user@host/database"
                                : "open: " + String.join(", ", connections.keySet())));
    }

    public Collection<OpenConnection> connections() {
        return List.copyOf(connections.values());
    }

    /** The current connection, if there is one already. */
    public Optional<OpenConnection> current() {
        return current.map(connections::get);
    }

    public void use(String name) {
        current = Optional.of(connection(name).name());
    }

    public void disconnect(String name) {
        connection(name).close();
        connections.remove(name);
        current = connections.keySet().stream().reduce((first, second) -> second);
    }

    /** A command begins. What somebody has changed in the project since the last one must not go unnoticed. */
    public void commandBegins() {
        interrupts.reset();
        if (project.refresh()) {
            console.remark(Text.of("the project has changed on disk and was read again", Style.FAINT));
        }
    }

    /** The project that was named, or that is found from the current folder. */
    public Project project() {
        return project.get();
    }

    /**
     * What to open when a command first needs the project.
     *
     * @param place a folder or a configuration file; empty to look for one
     * @param section the section of the configuration; empty for the tool's usual one
     */
    public void lookFor(Optional<Path> place, Optional<String> section) {
        project.lookFor(place, section);
    }

    /** Where the project is, without opening it; empty where there is none, or more than one. */
    public Optional<Path> projectPlace() {
        return project.place();
    }

    /** The project, if one has been opened already. */
    public Optional<Project> openProject() {
        return project.ifRead();
    }

    /** Opens the project in that folder, or that this file describes. */
    public Project project(Path place) {
        return project.open(Optional.of(place), Optional.empty());
    }

    /** The same with another section of its configuration; without a place that of the project that is found. */
    public Project project(Optional<Path> place, Optional<String> section) {
        return project.open(place, section);
    }

    /** Looks at the version table and the schema behind the current connection. */
    public Inspection inspect() {
        project.followAhead();
        return inspect(connection());
    }

    /** The same for a command that has an answer without a database too; why it has to do without is shown. */
    public Optional<Inspection> inspectIfPossible() {
        if (current.isEmpty() && target().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inspect());
        } catch (Problem problem) {
            if (problem.exit() != Exit.CONNECTION) {
                throw problem;
            }
            console.show(Text.of("without the database: " + problem.what(), Style.WARN));
            return Optional.empty();
        }
    }

    public Inspection inspect(OpenConnection connection) {
        var opened = project();
        var timeline = project.timeline(connection.database().server().currentSchema());
        var inspection = read(connection, reading -> Inspection.read(reading, connection, opened, timeline));
        connection.remember(inspection);
        return inspection;
    }

    /** The same for the current connection. */
    public VersionTableInfo readRows() {
        project.readAhead();
        return readRows(connection());
    }

    /** What the version table says, without a look at the schema. The prompt learns of it. */
    public VersionTableInfo readRows(OpenConnection connection) {
        var opened = project();
        var table = read(
                connection,
                reading -> VersionReader.read(reading, connection.tableChoice().table(opened)));
        connection.remember(table.rows().ids());
        return table;
    }

    /** Reads in one snapshot; Ctrl-C stops the statement. */
    public <T> T read(OpenConnection connection, Function<Reading, T> work) {
        return interrupts.stoppable(
                connection.database()::cancel, () -> connection.database().read(work));
    }

    public Optional<Practice> practice() {
        return practice;
    }

    public void practice(Practice started) {
        practice = Optional.of(started);
    }

    /** Stops the practice server and closes the connections to it. */
    public void stopPractice() {
        connections.values().stream()
                .filter(connection -> connection.environment() == Environment.PRACTICE)
                .map(OpenConnection::name)
                .toList()
                .forEach(this::disconnect);
        practice.ifPresent(Practice::close);
        practice = Optional.empty();
        project.forget();
    }

    @Override
    public synchronized void close() {
        new ArrayList<>(connections.keySet()).forEach(this::disconnect);
        practice.ifPresent(Practice::close);
        practice = Optional.empty();
    }

    private Database open(DatabaseUrl where) {
        try {
            return Database.connect(where, Optional.empty(), Limits.DEFAULT);
        } catch (Problem problem) {
            if (!Database.needsPassword(problem)) {
                throw problem;
            }
            return Database.connect(where, Optional.of(askPassword(where, problem)), Limits.DEFAULT);
        }
    }

    private Secret askPassword(DatabaseUrl where, Problem problem) {
        if (!prompter().isSomebodyThere()) {
            throw where.password().isPresent()
                    ? problem
                    : new Problem(
                            Exit.CONNECTION,
                            "password needed for " + where.display() + " and this is not a terminal",
                            "use ~/.pgpass or $PGPASSWORD",
                            problem);
        }
        var secret =
                prompter().password("password for " + where.display() + ": ").orElseThrow(() -> problem);
        console.redactor().learn(secret.reveal());
        return secret;
    }

    private Environment environmentOf(DatabaseUrl where) {
        return where.isLoopback() ? Environment.DEV : Environment.PROD;
    }

    private String freeName(DatabaseUrl where) {
        var host = where.host().contains(":") ? "db" : where.host().split("\\.", -1)[0];
        var base = where.isLoopback() ? where.database() : host;
        var number = 2;
        var name = base;
        while (connections.containsKey(name)) {
            name = base + number++;
        }
        return name;
    }
}

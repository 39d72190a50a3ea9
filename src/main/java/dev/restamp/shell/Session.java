package dev.restamp.shell;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.recognition.KnownTable;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.practice.Practice;
import dev.restamp.practice.PracticeDatabase;
import dev.restamp.shell.journal.Journal;
import dev.restamp.shell.profile.Profiles;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What is open: connections by name, the project, the practice server. */
public final class Session implements AutoCloseable {
    /** Names of variables that hold secrets, which a changelog may put into its SQL. */
    private static final Pattern SECRET = Pattern.compile("(?i)PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY");

    /** Shorter ones may be words that mean something else elsewhere. */
    private static final int LONG_SECRET = 8;

    private final Map<String, String> environment;
    private Path folder;
    private final ProjectSearch search;
    private final OpenProject ownProject;
    private OpenProject project;
    private final StateFolder state;
    private final Console console;
    private final Prompter prompter;
    private final Interrupts interrupts;
    private final boolean script;
    private boolean unattended;
    private final List<BiConsumer<List<String>, Exit>> listeners = new ArrayList<>();
    private final List<Supplier<Optional<String>>> leaving = new ArrayList<>();
    private String origin = "";
    private final Connections connections = new Connections();
    private final IdleWatch idleWatch = new IdleWatch(connections::all);
    private final ConnectionFactory factory;
    private final Journal journal;
    private final Shortcuts shortcuts = new Shortcuts();
    private TableChoice tableChoice = TableChoice.NONE;
    private Optional<KnownTable> trackerChoice = Optional.empty();
    private Optional<KnownTable> trackerOnce = Optional.empty();
    private WriteRules writeRules = WriteRules.ASK;
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
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.search = new ProjectSearch(folder, environment);
        this.ownProject = openProject(search);
        this.project = ownProject;
        this.state = state;
        this.console = console;
        this.prompter = prompter;
        this.interrupts = interrupts;
        this.script = script;
        this.factory = new ConnectionFactory(this, environment, connections::freeName);
        this.journal = new Journal(console.clock(), connections::current);
        console.whenAnswered(journal::hears);
        environment.forEach((name, value) -> {
            if (name.endsWith("PASSWORD") || (SECRET.matcher(name).find() && value.length() >= LONG_SECRET)) {
                console.redactor().learn(value);
            }
        });
    }

    public Console console() {
        return console;
    }

    public Shortcuts shortcuts() {
        return shortcuts;
    }

    /** Whether mistakes are part of what is done now: nothing stops because of them. */
    boolean isInLesson() {
        return !shortcuts.words().isEmpty();
    }

    /** What was typed and answered so far. */
    public Journal journal() {
        return journal;
    }

    /** Who answers questions; nobody does while a script runs. */
    public Prompter prompter() {
        return unattended ? Prompter.NOBODY : prompter;
    }

    public Interrupts interrupts() {
        return interrupts;
    }

    /** The variables that the program was started with. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where the user is. */
    public Path folder() {
        return folder;
    }

    /** Does something as if the user were elsewhere: what it writes goes there. */
    public <T> T in(Path elsewhere, Supplier<T> work) {
        var here = folder;
        folder = elsewhere;
        try {
            return work.get();
        } finally {
            folder = here;
        }
    }

    /** Where things are kept; while a practice runs, not among the user's own. */
    public StateFolder state() {
        return practice.map(running -> state.practising(running.state())).orElse(state);
    }

    /** The user's own, whatever runs. */
    StateFolder ownState() {
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

    /** What the command line of the program says about connections. */
    public void choose(ConnectChoice said) {
        factory.choose(said);
    }

    /** As a script, and the receipts of what is written say which one it was. */
    public <T> T asScript(String name, Supplier<T> work) {
        var before = origin;
        origin = name;
        try {
            return asScript(work);
        } finally {
            origin = before;
        }
    }

    /** The script that is running, for receipts; empty where none is. */
    public String script() {
        return origin;
    }

    /** What a command would connect to, of the command line or else of the environment; empty where nothing is known. */
    public Optional<Target> target() {
        return factory.target();
    }

    /** The profiles, as far as they may be read. */
    public Profiles profiles() {
        return factory.profiles();
    }

    /** A target as it was typed, read once so that nothing is kept that cannot be read. */
    public Target check(String text) {
        return factory.check(text);
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

    /** Whose version table and project are meant on every connection that says nothing of its own. */
    public void trackerChoice(Optional<KnownTable> choice) {
        trackerChoice = choice;
    }

    /** Whose version table and project are meant now; empty where nobody has said it. A practice has its own. */
    public Optional<KnownTable> tracker() {
        return trackerOnce
                .or(() -> current().flatMap(OpenConnection::tracker))
                .or(() -> practice.isPresent() ? Optional.empty() : trackerChoice);
    }

    /** Does something as if this tool was the one that is meant; without one as it is. */
    public <T> T meaning(Optional<KnownTable> tool, Supplier<T> work) {
        trackerOnce = tool;
        try {
            return work.get();
        } finally {
            trackerOnce = Optional.empty();
        }
    }

    private OpenProject openProject(ProjectSearch place) {
        return new OpenProject(place, () -> tracker().map(KnownTable::tracker));
    }

    /** Connects and makes it the current connection. */
    public OpenConnection connect(ConnectRequest request) {
        var connection = factory.open(request);
        connections.add(connection);
        if (!isScript()) {
            idleWatch.start();
        }
        return connection;
    }

    /** Connects to a database of the practice that runs, under its own name. */
    public OpenConnection practise(PracticeDatabase database) {
        return connect(ConnectRequest.to(Optional.of(database.url())).named(database.name()));
    }

    /**
     * Connects beside the session: nothing else learns of it, and the caller closes it.
     *
     * @throws Problem where nothing is known to connect to, or that fails
     */
    public OpenConnection open(ConnectRequest request) {
        return factory.open(request);
    }

    /** The current connection, opened where that has not happened yet. */
    public OpenConnection connection() {
        return connections.current().orElseGet(this::connectUnasked);
    }

    /** Nobody has typed `connect`, so nobody sees what that would print: what was ignored must be said all the same. */
    private OpenConnection connectUnasked() {
        var connection = connect(ConnectRequest.DEFAULT);
        connection
                .database()
                .url()
                .unknown()
                .forEach(name -> console.remark(Text.of("unknown parameter \"" + name + "\" ignored", Style.WARN)));
        return connection;
    }

    /** @throws Problem with {@code Exit.USAGE} where there is none of that name */
    public OpenConnection connection(String name) {
        return connections.find(name).orElseGet(() -> {
            factory.closedWorld().ifPresent(world -> world.checkName(name));
            return connections.get(name);
        });
    }

    public Collection<OpenConnection> connections() {
        return connections.all();
    }

    /** The current connection, if there is one already. */
    public Optional<OpenConnection> current() {
        return connections.current();
    }

    /** Makes it the current connection; the profile of that name is connected to where no connection has it. */
    public void use(String name) {
        var open = connections.find(name);
        if (open.isEmpty() && profiles().find(name).isPresent()) {
            connect(ConnectRequest.to(Optional.of(name)));
        } else {
            connections.use(connection(name));
        }
    }

    public void disconnect(String name) {
        connections.close(name);
    }

    /** Gives up the session on the server and begins another one. */
    public void reconnect(OpenConnection connection) {
        connection.database().reconnect();
    }

    /** A command begins. What somebody has changed in the project since the last one must not go unnoticed. */
    public void commandBegins() {
        interrupts.reset();
        if (project.refresh()) {
            console.remark(Text.of("the project has changed on disk and was read again", Style.FAINT));
        }
    }

    /** Hears of each command that was typed, its full name first, when it has ended. */
    public void whenCommandEnds(BiConsumer<List<String>, Exit> listener) {
        listeners.add(listener);
    }

    /** Says before the user leaves what is not finished; empty where all is. */
    public void beforeLeaving(Supplier<Optional<String>> unfinished) {
        leaving.add(unfinished);
    }

    List<String> unfinished() {
        return leaving.stream().flatMap(one -> one.get().stream()).toList();
    }

    void commandEnds(List<String> words, Exit exit) {
        listeners.forEach(listener -> listener.accept(words, exit));
    }

    /**
     * The project that was named, or that is found from the current folder.
     *
     * @throws Problem with {@code Exit.PROJECT} also where it is not the project of the tool that is meant
     */
    public Project project() {
        var wish = tracker();
        wish.filter(tool -> !TrackerWish.isDiagnosed(tool)).ifPresent(tool -> {
            throw TrackerWish.notDiagnosed(tool.table(), tool.title(), tool.tracker());
        });
        var opened = project.get();
        wish.filter(tool -> !project.tracker().equals(Optional.of(tool.tracker())))
                .ifPresent(tool -> {
                    throw new Problem(
                            Exit.PROJECT,
                            "the project in %s is not %s's".formatted(opened.location(), tool.title()),
                            "project DIR " + TrackerWish.OPTION + " " + tool.tracker());
                });
        return opened;
    }

    /** The same for a look at a connection: where there is no project, its version tables tell why. */
    private Project project(OpenConnection connection) {
        try {
            return project();
        } catch (Problem problem) {
            if (problem.exit() != Exit.PROJECT || tracker().isPresent() || !project.isNowhere()) {
                throw problem;
            }
            throw recognise(connection).stream()
                    .findFirst()
                    .filter(_ -> connection.recognised().stream().noneMatch(TrackerWish::isDiagnosed))
                    .map(other -> TrackerWish.notDiagnosed(
                            other.table().sql(), other.title(), other.tool().tracker()))
                    .orElse(problem);
        }
    }

    /** Whose the project is, by its tracker's name, without reading it; empty where there is none, or more than one. */
    public Optional<String> projectTracker() {
        return project.tracker();
    }

    /** Whether there is no project at all, which is not the same as several. */
    public boolean isWithoutProject() {
        return project.isNowhere();
    }

    /** The version tables behind a connection, of whichever tool. */
    public List<RecognisedTable> recognise(OpenConnection connection) {
        return read(connection, connection::recognise);
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

    /** The same of a certain tool, which is the one that is meant from now on. */
    public Project project(Optional<Path> place, Optional<String> section, KnownTable tool) {
        if (!TrackerWish.isDiagnosed(tool)) {
            throw TrackerWish.notDiagnosed(tool.table(), tool.title(), tool.tracker());
        }
        var opened = project.open(place, section, Optional.of(tool.tracker()));
        trackerChoice = Optional.of(tool);
        return opened;
    }

    /** Looks at the version table and the schema behind the current connection. */
    public Inspection inspect() {
        project.followAhead();
        return inspect(connection());
    }

    /** The same for a command that has an answer without a database too; why it has to do without is shown. */
    public Optional<Inspection> inspectIfPossible() {
        if (current().isEmpty() && target().isEmpty()) {
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

    /**
     * What the revisions of the project do.
     *
     * @param schema where objects go that scripts name without one; empty for {@code public}
     */
    public Timeline timeline(Optional<String> schema) {
        return project.timeline(schema);
    }

    public Inspection inspect(OpenConnection connection) {
        return inspect(connection, (inspection, _) -> inspection);
    }

    /** Looks at the current connection, and at something more in the same snapshot. */
    public <T> T inspect(BiFunction<Inspection, Reading, T> more) {
        project.followAhead();
        return inspect(connection(), more);
    }

    /** Looks at a private server that the session does not know of otherwise, with the project that is there. */
    public <T> T inspectBeside(Practice other, BiFunction<Inspection, Reading, T> more) {
        var there = new OpenProject(search);
        var opened = there.open(Optional.of(other.project()), Optional.empty());
        try (var connection = factory.beside(other)) {
            var timeline = there.timeline(connection.database().server().currentSchema());
            return read(
                    connection, reading -> more.apply(Inspection.read(reading, connection, opened, timeline), reading));
        }
    }

    /** Looks at a connection, and at something more in the same snapshot. */
    public <T> T inspect(OpenConnection connection, BiFunction<Inspection, Reading, T> more) {
        var opened = project(connection);
        var timeline = project.timeline(connection.database().server().currentSchema());
        return read(connection, reading -> {
            var inspection = Inspection.read(reading, connection, opened, timeline);
            connection.remember(inspection);
            return more.apply(inspection, reading);
        });
    }

    /** The same for the current connection. */
    public VersionTableInfo readRows() {
        project.readAhead();
        return readRows(connection());
    }

    /** What the version table says, without a look at the schema. The prompt learns of it. */
    public VersionTableInfo readRows(OpenConnection connection) {
        return readRows(connection, _ -> {});
    }

    /** The same for the current connection, with a look for the version tables of other tools in the same snapshot. */
    public VersionTableInfo readRowsAndTrackers() {
        project.readAhead();
        var connection = connection();
        return readRows(connection, connection::recognise);
    }

    private VersionTableInfo readRows(OpenConnection connection, Consumer<Reading> more) {
        var opened = project(connection);
        var table = read(connection, reading -> {
            more.accept(reading);
            return Inspection.readRows(reading, connection, opened);
        });
        connection.remember(table.rows().ids());
        return table;
    }

    /** Reads in one snapshot; Ctrl-C stops the statement. */
    public <T> T read(OpenConnection connection, Function<Reading, T> work) {
        return interrupts.stoppable(
                connection.database()::cancel, () -> connection.database().read(work));
    }

    /** The same on several connections that see that snapshot. */
    public <T> T readTogether(OpenConnection connection, int most, Function<Readers, T> work) {
        return interrupts.stoppable(
                connection.database()::cancel, () -> connection.database().readTogether(most, work));
    }

    /** The same of two databases at once. */
    public <T> T readTogether(Both<OpenConnection> connections, int most, Function<Both<Readers>, T> work) {
        return readTogether(
                connections.left(),
                most,
                left -> readTogether(
                        connections.right(),
                        most,
                        right -> work.apply(new Both<>(/* left= */ left, /* right= */ right))));
    }

    public Optional<Practice> practice() {
        return practice;
    }

    /** From now on nothing else can be reached: what is open is closed, and the user's project is put aside. */
    public void practice(Practice started) {
        closeAll()
                .ifPresent(names -> console.remark(Text.of(
                        "closed " + names + ": no other database can be reached while you practise", Style.WARN)));
        practice = Optional.of(started);
        project = openProject(search);
    }

    /** Stops the practice server, closes the connections to it, and brings the user's project back. */
    public void stopPractice() {
        practice.ifPresent(running -> {
            closeAll();
            practice = Optional.empty();
            project = ownProject;
            running.close();
        });
    }

    /** Their names, for people; empty where none was open. */
    private Optional<String> closeAll() {
        var names = connections.all().stream().map(OpenConnection::name).toList();
        names.forEach(this::disconnect);
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    @Override
    public synchronized void close() {
        closeAll();
        practice.ifPresent(Practice::close);
        practice = Optional.empty();
    }
}

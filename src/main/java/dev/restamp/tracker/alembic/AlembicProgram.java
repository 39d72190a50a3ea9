package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.tracker.MigrationTool;
import dev.restamp.tracker.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a project's Alembic is started, or its Flask where Alembic runs inside of that. */
final class AlembicProgram {
    private static final List<String> VIRTUAL_ENVIRONMENTS = List.of(".venv", "venv");

    /** Many projects keep their scripts in a folder of that name, which Python then takes for the module. */
    private static final String AS_FOLDER = "(\\.__main__; '\\w+' is a package and cannot be directly executed)?";

    private final Configuration configuration;
    private final Map<String, String> environment;

    AlembicProgram(Configuration configuration, Map<String, String> environment) {
        this.configuration = configuration;
        this.environment = environment;
    }

    MigrationTool.Program upgrading(RevisionGraph graph) {
        var everything = graph.heads().size() > 1 ? "heads" : "head";
        var python = python();
        return isFlask()
                ? program(python, "flask", "Flask-Migrate", "flask db upgrade", flask(), everything)
                : program(python, "alembic", "alembic", "alembic upgrade", alembic(), everything);
    }

    private MigrationTool.Program program(
            String python, String module, String distribution, String typed, List<String> words, String everything) {
        var start = new ArrayList<>(List.of(python, "-u", "-m", module));
        start.addAll(words);
        return new MigrationTool.Program(
                start,
                everything,
                configuration.home(),
                typed,
                Pattern.compile("No module named " + module + AS_FOLDER + "$"),
                "activate the project's virtual environment and start restamp again, or: " + python + " -m pip install "
                        + distribution);
    }

    private List<String> alembic() {
        var words = new ArrayList<>(List.of("-c", configuration.file().toString()));
        if (!configuration.section().equals(IniSettings.USUAL)) {
            words.addAll(List.of("-n", configuration.section()));
        }
        words.add("upgrade");
        return words;
    }

    /** Its env.py asks the application for the database, and only {@code flask} makes one. */
    private List<String> flask() {
        return List.of("db", "upgrade", "-d", configuration.scripts().toString());
    }

    /** Flask-Migrate says where the scripts are by a call, and not in the file. */
    private boolean isFlask() {
        return !configuration.settings().has("script_location");
    }

    /** The project's own before that of the machine: only there is what its scripts import. */
    private String python() {
        return Stream.concat(
                        VIRTUAL_ENVIRONMENTS.stream().map(configuration.home()::resolve),
                        variable("VIRTUAL_ENV").map(Path::of).stream())
                .flatMap(folder -> Stream.of(folder.resolve("bin/python"), folder.resolve("Scripts/python.exe")))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(this::ofTheMachine);
    }

    /** In full: Java would look for it on the path that this program was started with. */
    private String ofTheMachine() {
        var path = variable("PATH").orElse("");
        return Stream.of("python3", "python")
                .flatMap(name -> Programs.find(name, path).stream())
                .map(Path::toString)
                .findFirst()
                .orElse("python3");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}

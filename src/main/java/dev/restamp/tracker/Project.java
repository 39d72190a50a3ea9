package dev.restamp.tracker;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.log.MigrationLog;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripts of one project as they are on disk. */
public interface Project {
    /** The configuration file it was found by: {@code /home/jo/shop/alembic.ini}. */
    Path configuration();

    /** The folder that holds the scripts, for people: {@code migrations/versions}. */
    String location();

    RevisionGraph graph();

    /** The scripts that could not be read, in file order; empty where all could. */
    List<ScriptProblem> problems();

    /** Where its files say that the version rows are; {@link #tableDoubts} where they do not say it. */
    VersionTable versionTable();

    /** What only a run could tell about the version table; empty where the files say everything. */
    List<TableDoubt> tableDoubts();

    /** What the rows mean, for a tool that keeps one for each migration; empty for one that keeps heads. */
    default Optional<MigrationLog> log() {
        return Optional.empty();
    }

    /** Its tool's own words. */
    default ToolWords words() {
        return ToolWords.ALEMBIC;
    }

    /** Whether a file it was read from has been changed, added or removed since: then it should be opened again. */
    boolean hasChanged();

    /** What was read otherwise than the user may expect, a sentence each without a full stop; empty where nothing was. */
    List<String> notes();

    /**
     * What each readable revision does when it is upgraded to, in the order of the script; reads on the first call.
     *
     * @param defaultSchema the schema of objects that the scripts name without one: the connection's
     *     {@code current_schema()}
     * @return by revision id, one entry for every revision of the graph
     */
    Map<String, List<Effect>> effects(String defaultSchema);

    /**
     * The files that a copy of the project needs to be read as this one: its scripts, also those that could not be read,
     * and the modules of its own that they take things from; those only after {@link #effects}. None of a project that
     * cannot be copied.
     *
     * @param versions where the scripts of the copy are, from its folder
     */
    default List<Source> sources(String versions) {
        return List.of();
    }

    /**
     * What runs the revisions that have not run. Nothing is started, and no library is loaded.
     *
     * @param environment as the tool will see it
     */
    MigrationTool tool(Map<String, String> environment);

    /**
     * A file of the project.
     *
     * @param place of its copy, from the folder of the copied project, with slashes
     */
    record Source(Path file, String place) {}

    /**
     * A script that could not be read.
     *
     * @param file relative to the project folder
     * @param line 1 for the first, 0 where no line is to blame
     */
    record ScriptProblem(String file, int line, String why) {}

    /**
     * Something about the version table that is assumed.
     *
     * @param what why, and what is assumed: a sentence without a full stop
     */
    record TableDoubt(TablePart part, String what) {}

    /** A part of the version table's name. */
    enum TablePart {
        SCHEMA,
        NAME
    }
}

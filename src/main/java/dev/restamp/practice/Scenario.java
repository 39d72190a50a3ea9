package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An incident to practise: a folder of resources beside this class, or one of a user's.
 *
 * <pre>
 * restored-dump/
 *   scenario.properties    title; contents; databases, where their order matters: the last one is the one to work on
 *   project/               the migration project the user works in
 *   schema.sql, data.sql   build the original, from which the databases are copied
 *   databases/NAME.sql     what makes database NAME differ from the original
 *   breaks/NAME/           break.properties (title, database) and break.sql
 *   tools/TOOL/            the same incident for another migration tool: its project, version.sql that follows data.sql,
 *                          databases and breaks; a break above is for every tool where it says anyTool = true
 * </pre>
 *
 * @param name of the folder
 * @param title one line, lower case
 * @param contents what the original holds, for people: {@code 43 tables, 75 positions}
 * @param folder the user's; empty for one of ours, whose scripts are known to work
 * @param tool whose part of the folder it is; empty for the project above
 * @param build the scripts of the original, in order
 * @param databases name to script
 * @param breaks by name
 */
public record Scenario(
        String name,
        String title,
        String contents,
        Optional<Path> folder,
        Optional<String> tool,
        List<Script> build,
        SequencedMap<String, Script> databases,
        SequencedMap<String, Break> breaks) {
    private static final String PROJECT = "project";

    /** @param file it is from, as seen from the scenario's folder */
    public record Script(String file, String text) {}

    /**
     * One way to make it worse.
     *
     * @param title one line, lower case
     * @param database where {@code script} runs
     */
    public record Break(String name, String title, String database, Script script) {}

    public Scenario {
        build = List.copyOf(build);
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        breaks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(breaks));
    }

    /** Every scenario that comes with the program, by name. */
    public static List<Scenario> all() {
        return ResourceFolder.open(ScenarioFolder::all);
    }

    /** @throws Problem if none that comes with the program is called so */
    public static Scenario named(String name) {
        var all = all();
        return all.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "no practice scenario \"" + name + "\"",
                        known(all.stream().map(Scenario::name).toList()) + "; a folder of yours: ./" + name));
    }

    /** The other migration tools that the incident is told for, by name. */
    public List<String> tools() {
        return folder.map(ScenarioFolder::userTools)
                .orElseGet(() -> ResourceFolder.open(scenarios -> ScenarioFolder.tools(scenarios.resolve(name))));
    }

    /**
     * The same incident, told for another migration tool.
     *
     * @param wanted {@code liquibase}
     * @throws Problem with {@code Exit.USAGE} if it is not told for that one
     */
    public Scenario toldFor(String wanted) {
        return folder.map(own -> ScenarioFolder.user(own, wanted))
                .orElseGet(
                        () -> ResourceFolder.open(scenarios -> ScenarioFolder.ours(scenarios.resolve(name), wanted)));
    }

    /** Whether the folder is one of a scenario: the project in it is to practise on, and nobody's own. */
    public static boolean isIn(Path folder) {
        return ScenarioFolder.isIn(folder);
    }

    /** @throws Problem with {@code Exit.USAGE} if the folder holds no scenario, or something in it is not right */
    public static Scenario in(Path folder) {
        return ScenarioFolder.user(folder);
    }

    /** @throws Problem with {@code Exit.USAGE} if no practice database can be called so */
    public static String checkDatabase(String name) {
        if (!ScenarioFolder.canBeDatabase(name)) {
            throw new Problem(Exit.USAGE, ScenarioFolder.cannotName(name), ScenarioFolder.NAME_RULE);
        }
        return name;
    }

    /** The name itself if a practice database can be called so, else one like it. */
    public static String databaseLike(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^[.-]", "_");
        var like = plain.substring(0, Math.min(plain.length(), 40));
        return ScenarioFolder.canBeDatabase(like) ? like : "recorded";
    }

    /** @throws Problem if there is none of that name */
    Break breakNamed(String wanted) {
        var found = breaks.get(wanted);
        if (found == null) {
            throw new Problem(
                    Exit.USAGE,
                    "no break \"" + wanted + "\"",
                    breaks.isEmpty() ? "the scenario " + name + " has none" : known(List.copyOf(breaks.keySet())));
        }
        return found;
    }

    /** Writes the migration project to a folder that must not exist. */
    void unpackProject(Path target) {
        folder.ifPresentOrElse(
                own -> copy(ScenarioFolder.part(own, tool).resolve(PROJECT), target),
                () -> ResourceFolder.<Object>open(scenarios -> {
                    ResourceFolder.copy(
                            ScenarioFolder.part(scenarios.resolve(name), tool).resolve(PROJECT), target);
                    return target;
                }));
    }

    private static void copy(Path project, Path target) {
        try {
            ResourceFolder.copy(project, target);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot copy " + project + ": " + failure, "", failure);
        }
    }

    private static String known(List<String> names) {
        return "known: " + String.join(", ", names);
    }
}

package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Lesson.Event;
import dev.restamp.practice.Lesson.Step;
import dev.restamp.practice.Lesson.WrongTurn;
import dev.restamp.tracker.TomlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code lesson.toml}. Every mistake in it names the table and the key. */
final class LessonFile {
    static final String NAME = "lesson.toml";

    /** From the direction to the answer. */
    private static final int HINTS = 3;

    private final Label label;
    private final String where;
    private final Function<String, Scenario> scenarios;

    private LessonFile(Label label, Function<String, Scenario> scenarios) {
        this.label = label;
        this.where = label.folder() + "/" + NAME;
        this.scenarios = scenarios;
    }

    /**
     * What a lesson is called.
     *
     * @param number 0 for none
     * @param folder for people
     * @param key what progress is kept under
     */
    record Label(int number, String name, String folder, String key) {}

    /** @param scenarios finds the scenario by what the lesson calls it */
    static Lesson read(Path folder, Label label, Function<String, Scenario> scenarios) {
        var file = new LessonFile(label, scenarios);
        try {
            return file.lesson(Files.readString(folder.resolve(NAME)));
        } catch (IOException failure) {
            throw new Problem(
                    Exit.USAGE, "cannot read " + file.where, "learn new " + label.folder() + " makes one", failure);
        }
    }

    private Lesson lesson(String text) {
        var table = new LessonTable(where, members(text))
                .onlyWith("title", "about", "minutes", "scenario", "breaks", "pooler", "needs", "story", "step");
        var scenario = scenarios.apply(table.text("scenario"));
        var breaks = table.texts("breaks");
        breaks.forEach(scenario::breakNamed);
        var databases = new LinkedHashSet<>(scenario.databases().keySet());
        if (table.truth("pooler")) {
            databases.add(Practice.POOLED);
        }
        var steps =
                table.tables("step").stream().map(one -> step(one, databases)).toList();
        if (steps.isEmpty()) {
            throw table.wrong("it has no step", "[[step]]");
        }
        return new Lesson(
                label.number(),
                label.name(),
                label.key(),
                table.text("title"),
                table.text("about"),
                table.number("minutes"),
                scenario,
                breaks,
                table.truth("pooler"),
                table.texts("needs"),
                table.optional("story").orElse(""),
                steps);
    }

    private Map<String, Object> members(String text) {
        try {
            return TomlFile.parse(text);
        } catch (IllegalArgumentException broken) {
            throw new Problem(Exit.USAGE, where + " " + broken.getMessage(), "", broken);
        }
    }

    private static Step step(LessonTable table, Set<String> databases) {
        table.onlyWith(
                "title",
                "task",
                "question",
                "hints",
                "happens",
                "colleague",
                "check",
                "solution",
                "other",
                "after",
                "wrong");
        var hints = table.texts("hints");
        if (hints.size() != HINTS) {
            throw table.wrong("it has " + hints.size() + " hints and not " + HINTS, "from the direction to the answer");
        }
        return new Step(
                table.text("title"),
                table.text("task"),
                table.optional("question").orElse(""),
                hints,
                table.tables("happens").stream()
                        .map(one -> event(one, databases))
                        .toList(),
                table.table("colleague").map(one -> event(one, databases)),
                table.text("check"),
                table.text("solution"),
                table.optional("other").orElse(""),
                table.optional("after").orElse(""),
                wrongTurns(table));
    }

    private static Event event(LessonTable table, Set<String> databases) {
        table.onlyWith("database", "sql");
        var database = table.text("database");
        if (!databases.contains(database)) {
            throw table.wrong("the scenario has no database " + database, "it has " + String.join(", ", databases));
        }
        return new Event(database, table.text("sql"));
    }

    private static List<WrongTurn> wrongTurns(LessonTable step) {
        return step.tables("wrong").stream()
                .map(table -> table.onlyWith("title", "when", "try"))
                .map(table -> new WrongTurn(table.text("title"), table.text("when"), table.text("try")))
                .toList();
    }
}

package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.recognition.KnownTable;
import dev.restamp.core.recognition.KnownTables;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.shell.command.Nearest;
import dev.restamp.tracker.Tracker;
import dev.restamp.tracker.Trackers;
import java.util.List;
import java.util.stream.Collectors;

/** Which migration tool is meant, as {@code --tracker} says it, and what can be done for it. */
public final class TrackerWish {
    public static final String OPTION = "--tracker";

    private TrackerWish() {}

    /** @throws Problem with {@code Exit.USAGE} where no known tool is called so */
    public static KnownTable named(String word) {
        return KnownTables.named(word).orElseThrow(() -> {
            var meant = Nearest.to(word, KnownTables.names()).map(near -> ". Did you mean: " + near);
            return new Problem(
                    Exit.USAGE,
                    "no tool is known as \"" + word + "\"" + meant.orElse(""),
                    OPTION + " is one of: " + String.join(", ", KnownTables.names()));
        });
    }

    /** Whether projects of this tool can be read, and so a schema be held against them. */
    public static boolean isDiagnosed(KnownTable tool) {
        return Trackers.ALL.stream().map(Tracker::name).anyMatch(tool.tracker()::equals);
    }

    /** Where it may be several tools', whether one of them can be diagnosed. */
    public static boolean isDiagnosed(RecognisedTable table) {
        return table.tools().stream().anyMatch(TrackerWish::isDiagnosed);
    }

    /** For people: {@code public.django_migrations (django: not diagnosed), …}. */
    public static String listed(List<RecognisedTable> tables) {
        return tables.stream()
                .map(table -> "%s (%s%s)"
                        .formatted(table.table().sql(), table.names(), isDiagnosed(table) ? "" : ": not diagnosed"))
                .collect(Collectors.joining(", "));
    }

    /** A command wants to hold the schema against the project of a tool whose projects cannot be read. */
    static Problem notDiagnosed(String table, String title, String tracker) {
        return new Problem(
                Exit.PROJECT,
                "%s is %s's; Restamp reads it but cannot diagnose it yet".formatted(table, title),
                "current " + OPTION + " " + tracker);
    }
}

package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where lessons come from: folders beside this class, whose names begin with their number, and the folders of users.
 *
 * <pre>
 * our-outage/
 *   lesson.toml            the story and its steps
 *   scenario/              the incident, as {@link Scenario} has it; or the name of a built-in one
 * </pre>
 */
public final class Lessons {
    private Lessons() {}

    /** Those that come with the program, in order. */
    public static List<Lesson> all() {
        return ResourceFolder.open(Lessons::readAll);
    }

    /**
     * A lesson by its name, its number, or the folder it is in: then the word has a slash in it.
     *
     * @param here what a folder's name starts from
     * @throws Problem with {@code Exit.USAGE} where there is none, or it cannot be read
     */
    public static Lesson named(String word, Path here) {
        if (word.contains("/")) {
            return in(here.resolve(word), word);
        }
        var all = all();
        return all.stream()
                .filter(lesson -> lesson.name().equals(word)
                        || word.equals(Integer.toString(all.indexOf(lesson) + 1)))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "no lesson \"" + word + "\"",
                        "known: " + String.join(", ", all.stream().map(Lesson::name).toList())
                                + "; a folder of yours: ./" + word));
    }

    private static Lesson in(Path folder, String word) {
        var shown = word.replaceFirst("/+$", "");
        var name = String.valueOf(folder.normalize().getFileName());
        return LessonFile.read(
                folder,
                name,
                shown,
                folder.toAbsolutePath().normalize().toString(),
                Scenario::named);
    }

    private static List<Lesson> readAll(Path resources) throws IOException {
        var scenarios = Scenario.all();
        var all = new ArrayList<Lesson>();
        var folders = ResourceFolder.list(resources.resolve("lessons")).stream()
                .sorted(Comparator.comparingInt(Lessons::number))
                .toList();
        for (var folder : folders) {
            if (Files.exists(folder.resolve(LessonFile.NAME))) {
                var name = folderName(folder).replaceFirst("^\\d+-", "");
                all.add(LessonFile.read(
                        folder,
                        name,
                        name,
                        name,
                        wanted -> scenarios.stream()
                                .filter(scenario -> scenario.name().equals(wanted))
                                .findFirst()
                                .orElseThrow()));
            }
        }
        return List.copyOf(all);
    }

    /** By name the tenth would come before the second. */
    private static int number(Path folder) {
        var digits = folderName(folder).replaceFirst("\\D.*$", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String folderName(Path folder) {
        return String.valueOf(folder.getFileName()).replace("/", "");
    }
}

package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.LessonFile.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

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
    /** {@code 4-two-rows} */
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)-(.+)");

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
                .filter(lesson -> lesson.name().equals(word) || word.equals(Integer.toString(lesson.number())))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "no lesson \"" + word + "\"",
                        "known: "
                                + String.join(
                                        ", ", all.stream().map(Lesson::name).toList()) + "; a folder of yours: ./"
                                + word));
    }

    private static Lesson in(Path folder, String word) {
        var place = folder.toAbsolutePath().normalize();
        var label = new Label(0, String.valueOf(place.getFileName()), word.replaceFirst("/+$", ""), place.toString());
        return LessonFile.read(
                place,
                label,
                scenario -> scenario.contains("/") ? Scenario.in(place.resolve(scenario)) : Scenario.named(scenario));
    }

    private static List<Lesson> readAll(Path resources) throws IOException {
        var scenarios = Scenario.all();
        var all = new ArrayList<Lesson>();
        for (var folder : ResourceFolder.list(resources.resolve("lessons"))) {
            var numbered = NUMBERED.matcher(String.valueOf(folder.getFileName()).replace("/", ""));
            if (numbered.matches()) {
                var name = numbered.group(2);
                all.add(LessonFile.read(
                        folder,
                        new Label(Integer.parseInt(numbered.group(1)), name, name, name),
                        wanted -> scenarios.stream()
                                .filter(scenario -> scenario.name().equals(wanted))
                                .findFirst()
                                .orElseThrow()));
            }
        }
        all.sort(Comparator.comparingInt(Lesson::number));
        return List.copyOf(all);
    }
}

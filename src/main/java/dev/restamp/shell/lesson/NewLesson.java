package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.LessonDraft;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import java.nio.file.Path;

/** {@code learn new}: a lesson that can be played at once, to be written further. */
public final class NewLesson {
    private NewLesson() {}

    /** @throws Problem with {@code Exit.USAGE} where there is a lesson already, or the folder cannot be written */
    public static Report write(Path here, String folder) {
        if (!folder.contains("/")) {
            throw new Problem(Exit.USAGE, "\"" + folder + "\" is no folder of yours", "learn new ./" + folder);
        }
        var file = LessonDraft.write(here.resolve(folder));
        return Report.builder()
                .line("written " + folder.replaceFirst("/+$", "") + "/" + file.getFileName())
                .json("file", file.toString())
                .next(
                        Next.reads("learn check " + folder, "play it by its solutions, other ways and wrong turns"),
                        Next.reads("learn start " + folder, "play it yourself"))
                .build(Exit.OK);
    }
}

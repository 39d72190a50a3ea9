package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lesson for somebody to write on: a file that explains itself. It can be played as it is, unless there is a recorded
 * scenario beside it: then it is on that, and the answers are to be written.
 */
public final class LessonDraft {
    private static final String DRAFT = "draft.toml";
    private static final String BUILT_IN = "scenario = \"shop\"\nbreaks = [\"behind\"]\n";
    private static final String OWN = "scenario = \"./scenario\"\n";

    private LessonDraft() {}

    /** @throws Problem with {@code Exit.USAGE} where there is a lesson already, or the folder cannot be written */
    public static Path write(Path folder) {
        var file = folder.resolve(LessonFile.NAME);
        try {
            var text = ResourceFolder.open(
                    resources -> Files.readString(resources.resolve("lessons").resolve(DRAFT)));
            Files.createDirectories(folder);
            var written = Files.isDirectory(folder.resolve("scenario")) ? text.replace(BUILT_IN, OWN) : text;
            return Files.writeString(file, written, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new Problem(Exit.USAGE, "there is a lesson already: " + file, "learn check " + folder, there);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot write " + file, "another folder", failure);
        }
    }
}

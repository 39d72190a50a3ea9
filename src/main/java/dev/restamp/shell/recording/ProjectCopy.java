package dev.restamp.shell.recording;

import dev.restamp.practice.BlankProject;
import dev.restamp.shell.Inspection;
import dev.restamp.tracker.Project.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scripts of a project, with as little around them as Alembic and Restamp need to read them the same way. */
record ProjectCopy(Inspection inspection, Cleaner cleaner) {
    /**
     * What was copied, by its place in the copy.
     *
     * @param modules of the application, which scripts take things from
     */
    record Copied(List<String> scripts, List<String> modules) {}

    /**
     * Writes it to a folder that is not there yet.
     *
     * @param leftOut gets a sentence for each file that cannot be read
     */
    Copied write(Path folder, List<String> leftOut) throws IOException {
        var project = inspection.project();
        Files.createDirectories(folder);
        BlankProject.write(folder, inspection.connection().tableChoice().table(project));
        var copied = new Copied(new ArrayList<>(), new ArrayList<>());
        for (var source : project.sources(BlankProject.VERSIONS)) {
            if (copy(source, folder, leftOut)) {
                (isScript(source) ? copied.scripts() : copied.modules()).add(source.place());
            }
        }
        return copied;
    }

    private boolean copy(Source source, Path folder, List<String> leftOut) throws IOException {
        var target = folder.resolve(source.place()).normalize();
        if (!target.startsWith(folder) || Files.exists(target)) {
            leftOut.add(source.place() + ": not copied, its place is taken");
            return false;
        }
        byte[] content;
        try {
            content = Files.readAllBytes(source.file());
        } catch (IOException unreadable) {
            leftOut.add(source.place() + ": cannot be read");
            return false;
        }
        Files.createDirectories(target.resolveSibling(""));
        Files.write(
                target,
                isScript(source) ? cleaner.script(source.place(), content) : cleaner.module(source.place(), content));
        return true;
    }

    private static boolean isScript(Source source) {
        return source.place().startsWith(BlankProject.VERSIONS + "/");
    }
}

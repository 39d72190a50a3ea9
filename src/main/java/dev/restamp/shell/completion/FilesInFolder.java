package dev.restamp.shell.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Files and folders as they are typed: what stands before the last slash names the folder to look into. */
final class FilesInFolder {
    private FilesInFolder() {}

    static List<Proposal> folders(Path here, String typed) {
        return list(here, typed, Files::isDirectory, "");
    }

    /** @param ending of the files that are meant; they come first */
    static List<Proposal> files(Path here, String typed, String ending) {
        return list(here, typed, entry -> true, ending);
    }

    private static List<Proposal> list(Path here, String typed, Predicate<Path> wanted, String ending) {
        var front = typed.substring(0, typed.lastIndexOf('/') + 1);
        var folder = here.resolve(front);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(wanted)
                    .map(entry -> front + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                    .filter(name -> isAskedFor(name.substring(front.length()), typed.substring(front.length())))
                    .sorted(Comparator.comparing((String name) -> !name.endsWith(ending))
                            .thenComparing(name -> name))
                    .map(Proposal::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Hidden ones only to those who type the dot. */
    private static boolean isAskedFor(String name, String typed) {
        return !name.startsWith(".") || typed.startsWith(".");
    }
}

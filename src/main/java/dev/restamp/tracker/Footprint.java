package dev.restamp.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Files as they are at one moment, by size and time of the last change. */
public final class Footprint {
    private Footprint() {}

    /** A line for each file; equal lists while nobody has touched them. */
    public static List<String> of(List<Path> files) {
        return files.stream().map(Footprint::print).toList();
    }

    private static String print(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException gone) {
            return file + " gone";
        }
    }
}

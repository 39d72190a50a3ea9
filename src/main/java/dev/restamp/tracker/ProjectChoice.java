package dev.restamp.tracker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which project is meant.
 *
 * @param place a folder, or the configuration file itself; absolute
 * @param current the folder the user is in, absolute: names in the configuration may be meant from there
 * @param section the section of the configuration that describes it; empty for the tool's usual one
 * @param notes how it was found, where that is not how the tool would have found it
 */
public record ProjectChoice(Path place, Path current, Optional<String> section, List<String> notes) {
    public ProjectChoice {
        place = place.toAbsolutePath().normalize();
        current = current.toAbsolutePath().normalize();
        notes = List.copyOf(notes);
    }

    /** What is in this folder, or what this file describes. */
    public static ProjectChoice of(Path place) {
        return new ProjectChoice(place, Path.of(""), Optional.empty(), List.of());
    }
}

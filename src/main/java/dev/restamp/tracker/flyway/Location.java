package dev.restamp.tracker.flyway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where scripts are.
 *
 * @param written as the configuration has it
 * @param root the folder; names of scripts in the history table are relative to it
 * @param glob which folders below; empty for all
 * @param classes whether Java migrations count: on the class path, at this place
 * @param trouble why it cannot be looked into; empty where it can
 */
record Location(String written, Path root, String glob, boolean classes, String trouble) {
    private static final String FILES = "filesystem:";
    private static final String CLASSES = "classpath:";
    /** Where a build keeps what it puts on the class path. */
    private static final List<String> RESOURCES = List.of("src/main/resources", "src/main/java", "src/main/kotlin");

    static Location folder(Path folder) {
        return new Location(String.valueOf(folder.getFileName()), folder, "", false, "");
    }

    /**
     * The places that a text names: on the class path one for resources and one for sources.
     *
     * @param bases the folders it may be meant from, the likeliest first
     */
    static List<Location> parse(String written, List<Path> bases) {
        if (written.startsWith(FILES)) {
            return List.of(of(written, written.substring(FILES.length()), bases, false));
        }
        if (written.startsWith(CLASSES) || !written.matches("[a-z0-9]{2,}:.*")) {
            return onClassPath(
                    written, written.replaceFirst("^" + CLASSES + "/?", "").replaceFirst("^/", ""), bases);
        }
        return List.of(new Location(
                written, bases.getFirst(), "", false, "only filesystem: and classpath: can be read, not " + written));
    }

    private static List<Location> onClassPath(String written, String path, List<Path> bases) {
        var places = RESOURCES.stream()
                .map(resources -> of(written, resources + "/" + path, bases, true))
                .filter(place -> Files.isDirectory(place.root()))
                .toList();
        return places.isEmpty() ? List.of(of(written, RESOURCES.getFirst() + "/" + path, bases, true)) : places;
    }

    private static Location of(String written, String path, List<Path> bases, boolean classes) {
        var wild = first(path, "*?");
        var cut = wild < 0 ? path.length() : path.lastIndexOf('/', wild) + 1;
        var fixed = path.substring(0, cut);
        var glob = path.substring(cut);
        var candidates =
                bases.stream().map(base -> base.resolve(fixed).normalize()).toList();
        var root = candidates.stream().filter(Files::isDirectory).findFirst().orElse(candidates.getFirst());
        var trouble = Files.isDirectory(root) ? "" : "there is no folder " + root + " (" + written + ")";
        return new Location(written, root, glob, classes, trouble);
    }

    private static int first(String text, String characters) {
        return IntStream.range(0, text.length())
                .filter(at -> characters.indexOf(text.charAt(at)) >= 0)
                .findFirst()
                .orElse(-1);
    }

    /**
     * The folders that a location with wildcards means, as short as they can be, and what is left of the path: {@code **}
     * is any folders or none, {@code *} at least one character, {@code ?} one.
     */
    private static Pattern pattern(String glob) {
        var pattern = new StringBuilder();
        for (var part : List.of(glob.split("/", -1))) {
            pattern.append(part.equals("**") ? "(?:[^/]+/)*?" : part(part) + "/");
        }
        return Pattern.compile(pattern + "(" + (glob.endsWith("**") ? "/.+" : ".+") + ")");
    }

    private static String part(String glob) {
        var part = new StringBuilder();
        glob.chars()
                .mapToObj(Character::toString)
                .map(c -> c.equals("*") ? "[^/]+?" : c.equals("?") ? "[^/]" : Pattern.quote(c))
                .forEach(part::append);
        return part.toString();
    }

    /** As Flyway is told it. */
    String onDisk() {
        return FILES + root + (glob.isEmpty() ? "" : "/" + glob);
    }

    /** What the history table calls a file at this path from the root; empty where Flyway would not take it. */
    Optional<String> script(String path) {
        if (Stream.of(path.split("/")).anyMatch(part -> part.startsWith("."))) {
            return Optional.empty();
        }
        if (glob.isEmpty()) {
            return Optional.of(path);
        }
        var matcher = pattern(glob).matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

package dev.restamp.tracker.alembic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An ini file by the rules of Python's {@code ConfigParser}: keys in any case, {@code =} or {@code :}, values that go on
 * on indented lines, comments on lines of their own only, a section {@code [DEFAULT]} that all inherit.
 */
final class IniFile {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)].*");
    private static final Pattern OPTION = Pattern.compile("([^=:]*?)\\s*[=:]\\s*(.*)");
    private static final int DEEPEST = 10;

    private final Map<String, Map<String, String>> sections = new HashMap<>();
    private Map<String, String> section = new HashMap<>();
    private String key = "";
    private int keyIndent;

    private IniFile() {}

    /** Lines that are neither are passed over: they cannot hold a key that anyone asks for. */
    static IniFile parse(String text) {
        var file = new IniFile();
        text.replaceFirst("\\A\\uFEFF", "").lines().forEach(file::line);
        return file;
    }

    /** The sections that have this option as their own, in alphabetical order. */
    List<String> sectionsWith(String option) {
        return sections.entrySet().stream()
                .filter(section -> section.getValue().containsKey(option))
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("DEFAULT"))
                .sorted()
                .toList();
    }

    /** Whether a section has an option, be it empty or inherited. */
    boolean has(String name, String option) {
        return sections.containsKey(name) && raw(name, option).isPresent();
    }

    /** The value before interpolation, its lines joined by {@code \n}. */
    private Optional<String> raw(String name, String option) {
        var inherited = sections.getOrDefault("DEFAULT", Map.of()).get(option);
        var own = sections.getOrDefault(name, Map.of()).get(option);
        return Optional.ofNullable(own != null ? own : inherited).map(String::strip);
    }

    /**
     * The value of an option.
     *
     * @param here what {@code %(here)s} stands for
     * @throws IllegalArgumentException if a {@code %} is no interpolation, or of a key that is not there
     */
    Optional<String> get(String name, String option, String here) {
        return has(name, option)
                ? raw(name, option).map(value -> interpolated(name, value, here, 0))
                : Optional.empty();
    }

    private String interpolated(String name, String value, String here, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(value + " refers to itself");
        }
        return Interpolation.of(value, option -> reference(name, option, here, depth));
    }

    private String reference(String name, String option, String here, int depth) {
        if (option.equals("here")) {
            return here;
        }
        var value = raw(name, option.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("no value for %(" + option + ")s"));
        return interpolated(name, value, here, depth + 1);
    }

    private void line(String line) {
        var content = line.strip();
        var indent = line.length() - line.stripLeading().length();
        if (content.startsWith("#") || content.startsWith(";")) {
            return;
        }
        if (!key.isEmpty() && (content.isEmpty() || indent > keyIndent)) {
            section.merge(key, content, (value, more) -> value + "\n" + more);
            return;
        }
        var header = SECTION.matcher(content);
        if (header.matches()) {
            section = sections.computeIfAbsent(header.group(1), _ -> new HashMap<>());
            key = "";
            return;
        }
        option(content, indent);
    }

    private void option(String content, int indent) {
        var option = OPTION.matcher(content);
        if (option.matches()) {
            key = option.group(1).toLowerCase(Locale.ROOT);
            keyIndent = indent;
            section.put(key, option.group(2));
        }
    }
}

package dev.restamp.tracker.flyway;

import dev.restamp.tracker.flyway.MigrationName.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the files of a project are named: {@code V1_2__add_users.sql}.
 *
 * @param prefixes the longest first: one may begin with another
 * @param suffixes of scripts, in any case
 */
record Naming(List<Map.Entry<String, Kind>> prefixes, String separator, List<String> suffixes) {
    /** What Flyway uses where nothing else is configured. */
    static final Naming USUAL = of("V", "R", "B", "U", "__", List.of(".sql"));

    private static final Pattern VERSION = Pattern.compile("-?\\d+(?:[._]\\d+)*");

    static Naming of(
            String versioned,
            String repeatable,
            String baseline,
            String undo,
            String separator,
            List<String> suffixes) {
        var prefixes = List.of(
                Map.entry(versioned, Kind.VERSIONED),
                Map.entry(repeatable, Kind.REPEATABLE),
                Map.entry(baseline, Kind.BASELINE),
                Map.entry(undo, Kind.UNDO));
        var longestFirst = Comparator.comparingInt(
                        (Map.Entry<String, Kind> prefix) -> prefix.getKey().length())
                .reversed();
        return new Naming(prefixes.stream().sorted(longestFirst).toList(), separator, List.copyOf(suffixes));
    }

    /** What a script is by its name; empty where Flyway would pass it over, or take it for something else. */
    Optional<MigrationName> parse(String file) {
        return stem(file).flatMap(this::parseStem);
    }

    /** The name without its suffix; empty where it is no script. */
    Optional<String> stem(String file) {
        return suffixes.stream()
                .filter(suffix -> file.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(suffix -> file.substring(0, file.length() - suffix.length()));
    }

    /** The same of a name without a suffix: a Java migration's class. */
    Optional<MigrationName> parseStem(String stem) {
        return prefix(stem)
                .flatMap(prefix ->
                        parse(prefix.getValue(), stem.substring(prefix.getKey().length())));
    }

    private Optional<Map.Entry<String, Kind>> prefix(String stem) {
        return prefixes.stream()
                .filter(prefix -> stem.startsWith(prefix.getKey()))
                .findFirst();
    }

    private Optional<MigrationName> parse(Kind kind, String rest) {
        var at = rest.indexOf(separator);
        var version = at < 0 ? rest : rest.substring(0, at);
        var description = at < 0 ? "" : rest.substring(at + separator.length()).replace('_', ' ');
        var right = kind == Kind.REPEATABLE
                ? version.isEmpty()
                : VERSION.matcher(version).matches();
        return right ? Optional.of(new MigrationName(kind, version.replace('_', '.'), description)) : Optional.empty();
    }

    /** Why a script that looks like a migration is none; empty where it is one, or does not look like it. */
    Optional<String> mistake(String file) {
        var stem = stem(file).orElse("");
        if (stem.isEmpty() || parseStem(stem).isPresent()) {
            return Optional.empty();
        }
        if (prefix(stem).isEmpty()) {
            return prefix(stem.toUpperCase(Locale.ROOT)).isPresent()
                            && parseStem(stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1))
                                    .isPresent()
                    ? Optional.of("its prefix is not in upper case")
                    : Optional.empty();
        }
        var rest = stem.substring(prefix(stem).orElseThrow().getKey().length());
        return rest.matches("[\\d_].*")
                ? Optional.of("between version and description there must be \"" + separator + "\"")
                : Optional.empty();
    }
}

package dev.restamp.tracker.liquibase;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Liquibase cannot read a changelog, in fewer words than its own. */
final class Trouble {
    private static final Pattern XML = Pattern.compile("(?s)Error parsing line (\\d+) column \\d+ of (.+?): (.+)");
    private static final Pattern YAML =
            Pattern.compile("(?s)Syntax error in (?:file )?(.+?): .*?([^\\n]+)\\n in '[^']*', line (\\d+), column \\d+:"
                    + "(?!.*\\n in '[^']*', line \\d+)");
    private static final Pattern MISSING =
            Pattern.compile("The file (.+?) was not found in the configured search path");
    private static final Pattern NOT_INCLUDED =
            Pattern.compile("(?:no changelogs matched|[Cc]ould not find).*includeAll '(.+?)'");
    private static final Pattern UNKNOWN = Pattern.compile("Unknown (change type|precondition) '(.+?)'");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected node found under databaseChangeLog: (\\S+)");
    private static final Pattern ENTITY = Pattern.compile("Unable to resolve xml entity (\\S+?)\\.?\\s");
    private static final Pattern EMPTY = Pattern.compile("(?:[Ee]mpty file:? '?)([^']+)'?");
    private static final Pattern NO_ROOT = Pattern.compile("Could not find databaseChangeLog node");
    private static final Pattern FORMATTED =
            Pattern.compile("Unexpected formatting in formatted changelog '(.+?)' at line (\\d+)");
    private static final int LONGEST = 160;

    private final Settings settings;
    private final ProjectAccessor files;
    private final List<String> messages = new ArrayList<>();

    private Trouble(Settings settings, ProjectAccessor files) {
        this.settings = settings;
        this.files = files;
    }

    /** The place and the reason, as people are told. */
    static Problem of(Throwable failure, Settings settings, ProjectAccessor files) {
        var trouble = new Trouble(settings, files);
        for (Throwable at = failure; at != null; at = at.getCause()) {
            trouble.messages.add(String.valueOf(at.getMessage()));
        }
        var known = failure instanceof StackOverflowError
                ? Optional.of(trouble.at(settings.changelog(), 0, "changelogs include each other in a ring"))
                : trouble.outside().or(trouble::known).or(() -> trouble.foreignClass(failure));
        return new Problem(
                Exit.PROJECT,
                known.orElseGet(() -> trouble.at(trouble.lastRead(), 0, cut(trouble.messages.getLast()))),
                trouble.hint(),
                failure);
    }

    private String hint() {
        return files.outside().isEmpty()
                ? "correct it and open the project again; `liquibase validate` says more"
                : "open the folder that holds all of its files: project <folder>";
    }

    private Optional<String> outside() {
        return find(MISSING)
                .filter(match -> !files.outside().isEmpty())
                .map(match -> mention(
                        files.outside().getFirst(),
                        "\"%s\" leads out of the project's folders".formatted(match.group(1))));
    }

    private Optional<String> known() {
        return find(XML)
                .map(match -> at(match.group(2), Integer.parseInt(match.group(1)), xml(match.group(3))))
                .or(() -> find(YAML)
                        .map(match -> at(
                                match.group(1),
                                Integer.parseInt(match.group(3)),
                                "no YAML or JSON: " + cut(match.group(2)))))
                .or(() -> find(FORMATTED)
                        .map(match -> at(
                                match.group(1),
                                Integer.parseInt(match.group(2)),
                                "not as formatted SQL must be: -- changeset author:id")))
                .or(() -> find(MISSING)
                        .map(match -> mention(match.group(1), "\"%s\" is not there".formatted(match.group(1)))))
                .or(() -> find(NOT_INCLUDED)
                        .map(match -> mention(
                                match.group(1), "includeAll finds no changelog in \"%s\"".formatted(match.group(1)))))
                .or(() -> find(UNKNOWN)
                        .map(match -> mention(
                                match.group(2),
                                "\"%s\" is no %s that Liquibase knows".formatted(match.group(2), match.group(1)))))
                .or(() -> find(UNEXPECTED)
                        .map(match -> mention(
                                match.group(1), "\"%s\" may not stand in a changelog".formatted(match.group(1)))))
                .or(() -> find(ENTITY)
                        .map(match -> mention(
                                match.group(1),
                                "it refers to %s, which is not fetched; Liquibase's own schemas are known"
                                        .formatted(match.group(1)))))
                .or(() -> find(EMPTY).map(match -> at(match.group(1), 0, "the file is empty")))
                .or(() -> find(NO_ROOT).map(match -> at(lastRead(), 0, "no databaseChangeLog at the top")));
    }

    private Optional<String> foreignClass(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ClassNotFoundException) {
                var name = String.valueOf(at.getMessage());
                return Optional.of(mention(name, "it names the class " + name + ", and no code of a project is run"));
            }
        }
        return Optional.empty();
    }

    private Optional<Matcher> find(Pattern pattern) {
        return messages.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
    }

    /** The file and line that mention it. */
    private String mention(String text, String why) {
        return Lines.mentioning(files.files(), text)
                .map(found -> at(settings.shown(found.file()), found.line(), why))
                .orElseGet(() -> at(settings.changelog(), 0, why));
    }

    private String lastRead() {
        return files.files().isEmpty()
                ? settings.changelog()
                : settings.shown(files.files().getLast());
    }

    private String at(String file, int line, String why) {
        var shown = files.files().stream()
                .filter(read -> read.endsWith(file.replaceFirst("^/+", "")))
                .findFirst()
                .map(settings::shown)
                .orElse(file);
        return shown + (line > 0 ? ":" + line : "") + ": " + why;
    }

    private static String xml(String message) {
        return cut(message.replaceFirst("^cvc-[\\w.-]+: ", "")
                .replaceFirst("(?s)\\. One of '.*", "")
                .replaceAll("\\{\"[^\"]*\":([\\w.-]+)\\}", "$1"));
    }

    /** The first sentence, on one line. */
    private static String cut(String message) {
        var line = message.strip().replaceAll("\\s+", " ").replaceFirst("^(?:[\\w.]+(?:Exception|Error): )+", "");
        var end = line.indexOf(". ");
        var sentence = (end > 0 ? line.substring(0, end) : line).replaceFirst("\\.$", "");
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence;
    }
}

package dev.restamp.tracker.flyway;

import dev.restamp.core.Problem;
import dev.restamp.tracker.Project.ScriptProblem;
import dev.restamp.tracker.flyway.MigrationFolder.Entry;
import dev.restamp.tracker.flyway.MigrationName.Kind;
import dev.restamp.tracker.sql.SqlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** Makes migrations of files. */
final class MigrationReader {
    private static final Pattern CODE = Pattern.compile(".*\\.(?:java|kt|class)");
    private static final Pattern SHELL = Pattern.compile("(?i).*\\.(?:cmd|bat|ps1|py|sh|bash)");
    /** Those for which a file is run on some event: {@code afterMigrate.sql}. */
    private static final Pattern CALLBACK = Pattern.compile("(?:before|after|create)[A-Z]\\w*?(?:__.*)?");

    private final Configuration configuration;
    private final Settings settings;
    private final Naming naming;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private MigrationReader(Configuration configuration) {
        this.configuration = configuration;
        this.settings = configuration.settings();
        this.naming = settings.naming();
    }

    /**
     * The migrations of a project, in the order of the files.
     *
     * @param others files that Flyway would run and that are no SQL
     */
    record Read(List<Migration> migrations, List<String> others, List<ScriptProblem> problems, List<String> notes) {}

    static Read read(Configuration configuration, List<Entry> entries) {
        var reader = new MigrationReader(configuration);
        entries.forEach(reader::add);
        return new Read(reader.migrations, reader.others, reader.problems, reader.notes);
    }

    private void add(Entry entry) {
        var name = String.valueOf(entry.file().getFileName());
        if (CODE.matcher(name).matches()) {
            addCode(entry, name);
            return;
        }
        if (SHELL.matcher(name).matches()) {
            addShell(entry, name);
            return;
        }
        naming.parse(name).ifPresentOrElse(parsed -> addScript(entry, parsed), () -> passedOver(entry, name));
    }

    private void passedOver(Entry entry, String name) {
        var shown = configuration.shown(entry.file());
        if (naming.stem(name).filter(stem -> CALLBACK.matcher(stem).matches()).isPresent()) {
            notes.add(shown + " is a callback: Flyway runs it around migrations, what it does is not looked at");
            return;
        }
        naming.mistake(name).ifPresent(why -> {
            if (settings.validateNaming()) {
                problems.add(new ScriptProblem(shown, 0, "no migration, and Flyway refuses it: " + why));
            } else {
                notes.add(shown + " is no migration, Flyway passes it over without a word: " + why);
            }
        });
    }

    /** A class is named like a script; where it counts, its place on the line is known, what it does is not. */
    private void addCode(Entry entry, String file) {
        var name = file.substring(0, file.lastIndexOf('.'));
        var parsed = Naming.USUAL.parseStem(name).filter(java -> java.kind() != Kind.UNDO);
        if (parsed.isEmpty()) {
            return;
        }
        var shown = configuration.shown(entry.file());
        if (!entry.location().classes() || file.endsWith(".class")) {
            notes.add(shown + " is a Java migration where Flyway does not look for one; it is passed over");
            return;
        }
        notes.add(shown + " is a Java migration: what it does is not known, it is never run");
        others.add(shown);
        var folder =
                entry.location().written().replaceFirst("^classpath:/?", "").replaceFirst("^/", "");
        var path = entry.path().substring(0, entry.path().lastIndexOf('.'));
        migrations.add(migration(
                entry,
                parsed.get(),
                parsed.get().kind() == Kind.BASELINE ? "JDBC_BASELINE" : "JDBC",
                (folder + "/" + path).replace('/', '.'),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /** A program as a migration, or run around them. */
    private void addShell(Entry entry, String file) {
        var stem = file.substring(0, file.lastIndexOf('.'));
        var parsed = naming.parseStem(stem).filter(name -> name.kind() != Kind.UNDO);
        if (parsed.isEmpty() && !CALLBACK.matcher(stem).matches()) {
            return;
        }
        var shown = configuration.shown(entry.file());
        others.add(shown);
        notes.add(shown + " is a program that Flyway would run: what it does is not known, it is never run");
        parsed.ifPresent(name -> {
            try {
                var checksum = Checksums.of(text(entry.file(), ScriptSettings.of(entry.file())));
                migrations.add(migration(
                        entry,
                        name,
                        "SCRIPT",
                        entry.path(),
                        Optional.of(checksum),
                        Optional.empty(),
                        Optional.empty()));
            } catch (IOException unreadable) {
                problems.add(new ScriptProblem(shown, 0, "cannot be read: check the rights on the file"));
            }
        });
    }

    private void addScript(Entry entry, MigrationName name) {
        var shown = configuration.shown(entry.file());
        try {
            var own = ScriptSettings.of(entry.file());
            own.condition()
                    .ifPresent(
                            _ -> notes.add(shown + " has shouldExecute, which only paid editions of Flyway look at"));
            addScript(entry, name, text(entry.file(), own), own);
        } catch (CharacterCodingException undecodable) {
            problems.add(new ScriptProblem(
                    shown, 0, "it is not " + settings.encoding() + ": set encoding, or write it in that"));
        } catch (IOException unreadable) {
            problems.add(new ScriptProblem(shown, 0, "cannot be read: check the rights on the file"));
        } catch (Problem wrongEncoding) {
            problems.add(new ScriptProblem(shown, 0, wrongEncoding.what()));
        }
    }

    private void addScript(Entry entry, MigrationName name, String text, ScriptSettings own) {
        var on = own.placeholderReplacement().orElse(settings.replacesPlaceholders());
        var placeholders = Placeholders.of(settings, String.valueOf(entry.file().getFileName()), on);
        var replaced = placeholders.replace(text);
        replaced.missing().stream()
                .findFirst()
                .ifPresent(
                        missing -> problems.add(
                                new ScriptProblem(
                                        configuration.shown(entry.file()),
                                        missing.line(),
                                        "no value for " + missing.placeholder()
                                                + ": Flyway stops here; set it under placeholders, or turn placeholderReplacement off")));
        var repeatable = name.kind() == Kind.REPEATABLE;
        // The checksum asks the project, not the file beside the script.
        var summed = repeatable
                ? Placeholders.of(settings, String.valueOf(entry.file().getFileName()), settings.replacesPlaceholders())
                        .replace(text)
                        .text()
                : text;
        migrations.add(migration(
                entry,
                name,
                name.kind() == Kind.BASELINE ? "SQL_BASELINE" : name.kind() == Kind.UNDO ? "UNDO_SQL" : "SQL",
                entry.path(),
                summed.indexOf(SqlReader.HOLE) < 0 ? Optional.of(Checksums.of(summed)) : Optional.empty(),
                repeatable ? Optional.of(Checksums.of(text)) : Optional.empty(),
                Optional.of(new Script(text, placeholders))));
    }

    private Migration migration(
            Entry entry,
            MigrationName name,
            String type,
            String script,
            Optional<Integer> checksum,
            Optional<Integer> rawChecksum,
            Optional<Script> text) {
        return new Migration(
                entry.file(),
                configuration.shown(entry.file()),
                name.kind(),
                Optional.of(name.version())
                        .filter(version -> !version.isEmpty())
                        .map(MigrationVersion::fromVersion),
                name.description(),
                type,
                script,
                checksum,
                rawChecksum,
                text);
    }

    private String text(Path file, ScriptSettings own) throws IOException {
        var bytes = Files.readAllBytes(file);
        var charset = own.encoding().map(Settings::charset).orElseGet(settings::encoding);
        return settings.detectEncoding() ? detected(bytes, charset) : decoded(bytes, charset);
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String detected(byte[] bytes, Charset charset) throws CharacterCodingException {
        try {
            return decoded(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException other) {
            return decoded(bytes, charset);
        }
    }
}

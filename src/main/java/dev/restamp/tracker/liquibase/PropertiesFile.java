package dev.restamp.tracker.liquibase;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A {@code liquibase.properties}. Keys are written in many ways, {@code changeLogFile}, {@code changelog-file},
 * {@code liquibase.command.changelogFile}; they are compared by their letters.
 */
final class PropertiesFile {
    static final PropertiesFile NONE = new PropertiesFile(Map.of());

    /** Of the database, of output and of other tools. They have nothing to do with reading the project. */
    private static final Pattern IGNORED = Pattern.compile(
            "url|username|password|driver|driverpropertiesfile|classpath|promptfornonlocaldatabase|strict|headless"
                    + "|log.*|output.*|reference.*|snapshot.*|diff.*|liquibasepro.*|licensekey|pro.*|show.*|hub.*|reports?.*"
                    + "|analytics.*|currentdatetimefunction|databaseclass|defaultcatalogname|liquibasecatalogname"
                    + "|changelogparameters|fileencoding|monitorperformance|includeobjects|excludeobjects|overwriteoutputfile"
                    + "|includeschema|includecatalog|includetablespace|dataoutputdirectory|verbose|schemas|tag|author|ui.*"
                    + "|changeloglock.*|secureparsing|secret.*|vault.*|aws.*|psql.*|sqlplus.*|sqlcmd.*");

    private static final Set<String> USED = Set.of(
            "changelogfile",
            "searchpath",
            "contexts",
            "contextfilter",
            "labels",
            "labelfilter",
            "databasechangelogtablename",
            "databasechangeloglocktablename",
            "liquibaseschemaname",
            "defaultschemaname");

    private final Map<String, String> values;

    private PropertiesFile(Map<String, String> values) {
        this.values = values;
    }

    static PropertiesFile read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
        } catch (IOException unreadable) {
            throw new Problem(Exit.PROJECT, file + " cannot be read", "check the rights on the file", unreadable);
        } catch (IllegalArgumentException broken) {
            throw new Problem(
                    Exit.PROJECT,
                    file + " is no properties file: a \\u without four hex digits",
                    "correct the file",
                    broken);
        }
        var values = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return new PropertiesFile(values);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    /** The value of the first of these keys that has one. */
    Optional<String> get(String... keys) {
        for (var wanted : keys) {
            for (var entry : values.entrySet()) {
                if (letters(entry.getKey()).equals(wanted) && !entry.getValue().isEmpty()) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code parameter.name = value}. */
    Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        values.forEach((key, value) -> parameter(key).ifPresent(name -> parameters.put(name, value)));
        return parameters;
    }

    /** The keys of which nothing is known, as written. Not their values: one may be a secret. */
    List<String> unknown() {
        var unknown = new ArrayList<String>();
        for (var key : values.keySet()) {
            var letters = letters(key);
            if (parameter(key).isEmpty()
                    && !USED.contains(letters)
                    && !IGNORED.matcher(letters).matches()) {
                unknown.add(key);
            }
        }
        return unknown;
    }

    private static Optional<String> parameter(String key) {
        return Optional.of(key)
                .filter(name -> name.startsWith("parameter."))
                .map(name -> name.substring("parameter.".length()));
    }

    private static String letters(String key) {
        var name = key.replaceFirst("^liquibase\\.command\\.", "").replaceFirst("^liquibase\\.", "");
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}

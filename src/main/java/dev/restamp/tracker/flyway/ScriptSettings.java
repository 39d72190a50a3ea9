package dev.restamp.tracker.flyway;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the file beside a script says of it alone: {@code V1__users.sql.conf}.
 *
 * @param encoding empty where the project's counts
 * @param placeholderReplacement empty where the project's counts
 * @param condition of {@code shouldExecute}, which only paid editions look at; empty where there is none
 */
record ScriptSettings(Optional<String> encoding, Optional<Boolean> placeholderReplacement, Optional<String> condition) {
    static ScriptSettings of(Path script) throws IOException {
        var file = script.resolveSibling(script.getFileName() + ".conf");
        if (!Files.isRegularFile(file)) {
            return new ScriptSettings(Optional.empty(), Optional.empty(), Optional.empty());
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file, StandardCharsets.ISO_8859_1)));
        return new ScriptSettings(
                Optional.ofNullable(properties.getProperty("encoding")),
                Optional.ofNullable(properties.getProperty("placeholderReplacement"))
                        .map(Boolean::parseBoolean),
                Optional.ofNullable(properties.getProperty("shouldExecute")));
    }
}

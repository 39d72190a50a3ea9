package dev.restamp.tracker;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.jr.ob.JSON;

/** A TOML file as maps, lists, texts, numbers and truths. Its library is loaded by the first file that is read. */
public final class TomlFile {
    private TomlFile() {}

    /** @throws IllegalArgumentException with the line, if the text is no TOML */
    public static Map<String, Object> parse(String text) {
        try (var parser = new TomlFactory().createParser(ObjectReadContext.empty(), text)) {
            return JSON.std.mapFrom(parser);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "line %d: %s".formatted(broken.getLocation().getLineNr(), broken.getOriginalMessage()), broken);
        }
    }
}

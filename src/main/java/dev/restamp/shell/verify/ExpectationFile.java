package dev.restamp.shell.verify;

import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** A manifest that somebody wrote by hand. */
public final class ExpectationFile {
    private ExpectationFile() {}

    /** @throws Problem with {@code Exit.USAGE} that names every mistake in it, each with its line */
    public static Expectation read(Path file) {
        var mistakes = new Mistakes();
        var expectation = LocatedJsonParser.parse(TextFile.read(file), mistakes)
                .flatMap(value -> new Shapes(mistakes).object("a manifest", value))
                .map(new ExpectationReader(mistakes)::read);
        mistakes.refuse(file);
        return expectation.orElseThrow();
    }

    /**
     * Whether it is a snapshot that was saved, to be read by {@link dev.restamp.shell.snapshot.Manifests}. What is no JSON
     * is none.
     *
     * @throws Problem with {@code Exit.USAGE} where the file cannot be read
     */
    public static boolean isSnapshot(Path file) {
        try (var stream = Files.newInputStream(file);
                var parser = new JsonFactory().createParser(ObjectReadContext.empty(), stream)) {
            return parser.nextToken() == JsonToken.START_OBJECT && hasObjects(parser);
        } catch (IOException | JacksonIOException failure) {
            throw TextFile.unreadable(file, failure);
        } catch (JacksonException broken) {
            return false;
        }
    }

    private static boolean hasObjects(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (parser.currentName().equals("objects")) {
                return true;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return false;
    }
}

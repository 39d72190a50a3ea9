package dev.restamp.shell.verify;

import dev.restamp.shell.verify.LocatedJson.JsonList;
import dev.restamp.shell.verify.LocatedJson.JsonNull;
import dev.restamp.shell.verify.LocatedJson.JsonNumber;
import dev.restamp.shell.verify.LocatedJson.JsonObject;
import dev.restamp.shell.verify.LocatedJson.JsonText;
import dev.restamp.shell.verify.LocatedJson.JsonTruth;
import dev.restamp.shell.verify.LocatedJson.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON with the line of everything in it. */
final class LocatedJsonParser {
    private final JsonParser parser;
    private final Mistakes mistakes;

    private LocatedJsonParser(JsonParser parser, Mistakes mistakes) {
        this.parser = parser;
        this.mistakes = mistakes;
    }

    /**
     * One value; empty where the text is no JSON.
     *
     * @param mistakes gets why it is none, and the members that are there twice: of those the first one counts
     */
    static Optional<LocatedJson> parse(String text, Mistakes mistakes) {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            return new LocatedJsonParser(parser, mistakes).document();
        }
    }

    private Optional<LocatedJson> document() {
        try {
            if (parser.nextToken() == null) {
                mistakes.note(1, "there is nothing in it");
                return Optional.empty();
            }
            var value = value();
            if (parser.nextToken() != null) {
                mistakes.note(line(), "here is more than one JSON document");
            }
            return Optional.of(value);
        } catch (UnexpectedEndOfInputException cut) {
            return broken(cut, "the file ends before its JSON does");
        } catch (JacksonException broken) {
            return broken(broken, "this is no JSON: " + broken.getOriginalMessage());
        }
    }

    /** What is too deep or too long has no place of its own; then it is where reading stopped. */
    private Optional<LocatedJson> broken(JacksonException failure, String what) {
        var place = Optional.ofNullable(failure.getLocation()).orElseGet(parser::currentLocation);
        mistakes.note(place.getLineNr(), place.getColumnNr(), what);
        return Optional.empty();
    }

    /** The one that the parser stands at. */
    private LocatedJson value() {
        var line = line();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(line);
            case START_ARRAY -> list(line);
            case VALUE_STRING -> new JsonText(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(line, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new JsonTruth(line, parser.getBooleanValue());
            case VALUE_NULL -> new JsonNull(line);
            default -> throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private JsonObject object(int line) {
        var members = new LinkedHashMap<String, Member>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var at = line();
            parser.nextToken();
            var first = members.putIfAbsent(name, new Member(at, value()));
            if (first != null) {
                mistakes.note(at, "\"" + name + "\" is there twice, first in line " + first.line());
            }
        }
        return new JsonObject(line, members);
    }

    private JsonList list(int line) {
        var elements = new ArrayList<LocatedJson>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new JsonList(line, elements);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}

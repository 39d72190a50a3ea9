package dev.restamp.postgres;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A connection string as a text to keep: what {@link DatabaseUrl#parse} has taken already. */
public final class TargetText {
    private TargetText() {}

    /** The same without the password in it, if there is one. */
    public static String withoutPassword(String text) {
        if (Conninfo.isOne(text)) {
            return Conninfo.read(text).entrySet().stream()
                    .filter(pair -> !pair.getKey().equals("password"))
                    .map(pair -> pair.getKey() + "=" + Conninfo.quoteIfNeeded(pair.getValue()))
                    .collect(Collectors.joining(" "));
        }
        var question = text.indexOf('?');
        var front = question < 0 ? text : text.substring(0, question);
        return withoutLogin(front) + (question < 0 ? "" : parameters(text.substring(question + 1)));
    }

    /** libpq's keywords that were typed as words: each keeps the blanks in its value. */
    public static String ofKeywords(Iterable<String> words) {
        var text = new StringBuilder();
        for (var word : words) {
            var equals = word.indexOf('=');
            text.append(text.isEmpty() ? "" : " ")
                    .append(word, 0, Math.max(equals, 0))
                    .append(equals < 0 ? word : "=" + Conninfo.quoteIfNeeded(word.substring(equals + 1)));
        }
        return text.toString();
    }

    private static String withoutLogin(String front) {
        var start = front.indexOf("://") + 3;
        var at = front.lastIndexOf('@');
        var colon = front.indexOf(':', start);
        return colon >= 0 && colon < at ? front.substring(0, colon) + front.substring(at) : front;
    }

    private static String parameters(String text) {
        var rest = Arrays.stream(text.split("&", -1))
                .filter(pair -> !pair.startsWith("password="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? "" : "?" + rest;
    }
}

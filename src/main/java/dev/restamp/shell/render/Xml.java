package dev.restamp.shell.render;

import java.util.Locale;
import java.util.stream.Collectors;

/** Texts as they stand in HTML and SVG, where none of them can become a tag. */
final class Xml {
    private Xml() {}

    static String text(String text) {
        return escaped(Escape.text(text));
    }

    /** Each stretch of a style in an element of its own, with the style as its class. */
    static String styled(Text text, String element, String prefix) {
        return text.spans().stream()
                .map(span -> span.style() == Style.PLAIN
                        ? text(span.text())
                        : "<" + element + " class=\"" + prefix
                                + span.style().name().toLowerCase(Locale.ROOT) + "\">" + text(span.text()) + "</"
                                + element + ">")
                .collect(Collectors.joining());
    }

    /** For what {@link Escape} has made visible already. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

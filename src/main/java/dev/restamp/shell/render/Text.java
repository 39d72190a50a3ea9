package dev.restamp.shell.render;

import java.util.ArrayList;
import java.util.List;

/** Text as a command means it: not yet escaped, not yet coloured, on one line. */
public record Text(List<Span> spans) {
    public static final Text EMPTY = new Text(List.of());

    public Text {
        spans = List.copyOf(spans);
    }

    /** A stretch of one style. */
    public record Span(String text, Style style) {}

    public static Text of(String text) {
        return of(text, Style.PLAIN);
    }

    public static Text of(String text, Style style) {
        return text.isEmpty() ? EMPTY : new Text(List.of(new Span(text, style)));
    }

    public Text and(String text) {
        return and(of(text));
    }

    public Text and(String text, Style style) {
        return and(of(text, style));
    }

    public Text and(Text other) {
        var both = new ArrayList<>(spans);
        both.addAll(other.spans());
        return new Text(both);
    }

    /** Without styles. */
    public String plain() {
        return String.join("", spans.stream().map(Span::text).toList());
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }
}

package dev.restamp.shell.render;

/**
 * What a report is drawn on.
 *
 * @param width in columns
 * @param colour whether styles may be shown
 * @param ascii whether only ASCII may be drawn
 */
public record Canvas(int width, boolean colour, boolean ascii) {
    private static final String FANCY = "●◆│├─╮╯┼┤✓✗–·…";
    private static final String PLAIN = "**||-\\/+|vx-.~";

    public Canvas withoutColour() {
        return new Canvas(width, false, ascii);
    }

    /** The text with each of our own drawing characters as this canvas can show it. */
    String glyphs(String text) {
        if (!ascii) {
            return text;
        }
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.length(); i++) {
            var at = FANCY.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, PLAIN.charAt(at));
            }
        }
        return plain.toString();
    }
}

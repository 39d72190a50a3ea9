package dev.restamp.shell.render;

import java.util.List;

/** What a database, a file or a branch name may hold to fool who looks at it. */
final class Hostile {
    /** One each: colour and cursor, window title, C1, backspace and DEL, direction, isolation, line ends and tab. */
    static final List<String> PAYLOADS = List.of(
            "\u001b[2J\u001b[1;31m",
            "\u001b]0;owned\u0007",
            "\u009b2J\u0085",
            "ok\b\b\u007f",
            "\u202egnp.exe",
            "\u2066a\u2069\u200f\u200b\ufeff",
            "a\r\n\tb\u2028c\u2029");

    /** All of them in one, and what JSON and tables care for. */
    static final String TEXT = String.join("", PAYLOADS) + "\"\\|`<b>'%s";

    private Hostile() {}
}

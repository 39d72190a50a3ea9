package dev.restamp.shell.render;

/** What a piece of text means. Terminals show it as colour; it is never the only sign of anything. */
public enum Style {
    PLAIN,
    STRONG,
    GOOD,
    BAD,
    WARN,
    FAINT
}

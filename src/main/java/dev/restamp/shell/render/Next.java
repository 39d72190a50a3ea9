package dev.restamp.shell.render;

/** A command that may be typed next. In the shell its number runs it. */
public record Next(String command, boolean writes, String why) {
    public static Next reads(String command, String why) {
        return new Next(command, false, why);
    }

    public static Next writes(String command, String why) {
        return new Next(command, true, why);
    }
}

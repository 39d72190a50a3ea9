package dev.restamp.shell.render;

import java.util.List;

/** Every output format. A new one is added here and nowhere else. */
public final class OutputFormats {
    public static final OutputFormat TABLE = new TableFormat();
    public static final OutputFormat JSON = new JsonFormat();
    public static final List<OutputFormat> ALL = List.of(TABLE, JSON);

    private OutputFormats() {}
}

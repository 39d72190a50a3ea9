package dev.restamp.shell.render;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Every output format. A new one is added here and nowhere else. */
public final class OutputFormats {
    public static final OutputFormat TABLE = new TableFormat();
    public static final OutputFormat JSON = new JsonFormat();
    public static final List<OutputFormat> ALL = List.of(
            TABLE,
            new PlainFormat(),
            JSON,
            new NdjsonFormat(),
            new CsvFormat("csv", false),
            new CsvFormat("excel", true),
            new MarkdownFormat(),
            new HtmlFormat(),
            new SvgFormat(),
            new DotFormat(),
            new MermaidFormat());

    private OutputFormats() {}

    /** Their names as people list them. */
    public static String names() {
        return names(ALL);
    }

    /** Those that can print any answer: all but the pictures. */
    public static List<OutputFormat> forAnyAnswer() {
        return ALL.stream().filter(format -> !format.isPicture()).toList();
    }

    /** The names of some of them as people list them. */
    public static String names(List<OutputFormat> formats) {
        return formats.stream().map(OutputFormat::name).collect(Collectors.joining(", "));
    }

    /** @throws Problem with {@code Exit.USAGE} where there is none of that name */
    public static OutputFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(Exit.USAGE, "there is no output format \"" + name + "\"", "one of " + names()));
    }
}

package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Words;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Place;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer as the report reads it.
 *
 * @param order its place among all that was said: clocks may stand still
 */
record Said(int order, Heard heard) {
    String command() {
        return heard.answer().command();
    }

    String line() {
        return heard.line();
    }

    /** The same for people: a statement as it was typed, not as one quoted word. */
    String shown() {
        return command().equals("sql")
                ? String.join(
                        " ",
                        Words.split(line()).stream()
                                .filter(word -> !word.equals("--"))
                                .toList())
                : line();
    }

    Instant at() {
        return heard.at();
    }

    Exit exit() {
        return heard.answer().report().exit();
    }

    Optional<Place> place() {
        return heard.place();
    }

    Optional<String> problem() {
        return heard.answer().problem().map(Problem::what);
    }

    Members members() {
        return new Members(heard.answer().report().json());
    }

    List<Block> blocks() {
        return heard.answer().report().blocks();
    }

    /** Whether it says something, and not why there is nothing to be said. */
    boolean isAnswer() {
        return heard.answer().problem().isEmpty() && exit() != Exit.USAGE && exit() != Exit.BUG;
    }

    /** Its lines of text, without the empty ones. */
    Stream<String> lines() {
        return blocks().stream()
                .flatMap(block -> switch (block) {
                    case Block.Line(var text) -> Stream.of(plain(text));
                    case Block.Noted(var text, var note) -> Stream.of((plain(text) + "  " + note).strip());
                    case Block.Heading _,
                            Block.Paragraph _,
                            Block.Bullets _,
                            Block.Code _,
                            Block.Values _,
                            Block.Fields _,
                            Block.Grid _,
                            Block.Graph _ -> Stream.<String>empty();
                })
                .filter(line -> !line.isEmpty());
    }

    String firstLine() {
        return lines().findFirst().orElse("");
    }

    String lastLine() {
        return lines().reduce((_, last) -> last).orElse("");
    }

    private static String plain(Text text) {
        return text.plain().strip().replaceAll(" {2,}", " ");
    }
}

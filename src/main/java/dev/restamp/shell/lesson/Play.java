package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.Words;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.script.Recorder;
import java.util.List;

/**
 * Lines as a learner types them. One that begins with {@code $} is for another terminal: {@code $ psql shop -c "UPDATE …"}.
 */
final class Play {
    private static final String ELSEWHERE = "$ ";
    private static final String CHECK = "check";

    private final Session session;
    private final CommandRunner runner;
    private final Recorder recorder;

    /** @param recorder what a play types may be recorded, as if a learner had typed it */
    Play(Session session, CommandRunner runner, Recorder recorder) {
        this.session = session;
        this.runner = runner;
        this.recorder = recorder;
    }

    static List<String> lines(String play) {
        return play.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Types one line, with nobody to ask. */
    Exit type(String line, Stage stage) {
        if (line.startsWith(ELSEWHERE)) {
            elsewhere(line, stage);
            return Exit.OK;
        }
        var exit = session.asScript(() -> runner.line(line));
        if (exit != Exit.USAGE) {
            recorder.ran(Words.split(line), exit);
        }
        return exit;
    }

    /** Does what a play does, out of sight and without its checks. */
    Exit quietly(String play, Stage stage) {
        return session.journal()
                .unheard(() -> session.console().aside(() -> typed(play, stage)).exit());
    }

    private Exit typed(String play, Stage stage) {
        lines(play).stream().filter(line -> !isCheck(line)).forEach(line -> type(line, stage));
        return Exit.OK;
    }

    private static boolean isCheck(String line) {
        return line.split("\\s", 2)[0].equals(CHECK);
    }

    private static void elsewhere(String line, Stage stage) {
        var words = Words.split(line.substring(ELSEWHERE.length()));
        if (words.size() != 4
                || !words.getFirst().equals("psql")
                || !words.get(2).equals("-c")) {
            throw new Problem(
                    Exit.USAGE, "a lesson cannot play this line: " + line, "$ psql DATABASE -c \"STATEMENT\"");
        }
        stage.run(words.get(1), words.get(3));
    }
}

package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.Transcript;
import dev.restamp.shell.render.Report;
import java.nio.file.Path;
import java.util.Optional;

/** {@code transcript}: keeps what is typed and answered, without secrets, in a file for the user alone. */
final class TranscriptCommand implements ShellCommand {
    private final Session session;

    TranscriptCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "transcript",
                        Group.RECORD,
                        "Keep what is typed and answered in a file, with times and without secrets")
                .operands("[FILE | stop]", Operand.FILE, 0, 1)
                .example("transcript", "where it goes now")
                .example("transcript outage.log", "from here on, at the end of the file where there is one")
                .example("transcript stop", "no longer; a file of that name is ./stop")
                .see("script", "receipts")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var console = session.console();
        var wanted = arguments.operand(0);
        if (wanted.isPresent() && wanted.get().equals("stop")) {
            var kept = console.transcript()
                    .orElseThrow(() -> new Problem(Exit.USAGE, "no transcript is being kept", "transcript FILE"));
            console.stopTranscript();
            return report("the transcript is in " + kept.file(), Optional.empty());
        }
        wanted.map(session.folder()::resolve)
                .ifPresent(file -> console.transcript(Transcript.to(file, console.clock())));
        var file = console.transcript().map(Transcript::file);
        return report(file.map(now -> "kept in " + now).orElse("no transcript is being kept"), file);
    }

    private static Report report(String line, Optional<Path> file) {
        return Report.builder()
                .line(line)
                .json("file", file.map(Path::toString).orElse(null))
                .build(Exit.OK);
    }
}

package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.command.Usage;
import java.util.List;
import java.util.Optional;

/** The commands need somebody who runs commands, and he needs the commands: this one stands in until he is there. */
final class LateRunner implements CommandRunner {
    private Optional<CommandRunner> runner = Optional.empty();

    void is(CommandRunner now) {
        runner = Optional.of(now);
    }

    @Override
    public Exit run(List<String> words) {
        return runner.orElseThrow().run(words);
    }

    @Override
    public Exit runExactly(List<String> words) {
        return runner.orElseThrow().runExactly(words);
    }

    @Override
    public Exit line(String line) {
        return runner.orElseThrow().line(line);
    }

    @Override
    public Optional<Usage> usage(String name) {
        return runner.orElseThrow().usage(name);
    }
}

package dev.restamp.shell.docs;

import dev.restamp.shell.LaunchOption;
import dev.restamp.shell.TestShell;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.command.Usage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be typed after {@code restamp}: what completions and manual are made from. */
final class Surface {
    static final List<Usage> COMMANDS =
            TestShell.commands().stream().map(ShellCommand::usage).toList();

    private Surface() {}

    /**
     * An option as the system's shell sees it.
     *
     * @param names every way to type it
     */
    record Typed(List<String> names, String value, Operand operand, String help) {
        boolean isFlag() {
            return value.isEmpty();
        }

        String namesWith(String separator) {
            return String.join(separator, names);
        }
    }

    static List<Typed> global() {
        return Arrays.stream(LaunchOption.values())
                .map(option -> new Typed(option.names(), option.value(), option.operand(), option.help()))
                .toList();
    }

    static List<Typed> of(Usage usage) {
        return usage.allOptions().stream()
                .map(option -> new Typed(
                        option.also().isEmpty() ? List.of(option.name()) : List.of(option.also(), option.name()),
                        option.value(),
                        option.operand(),
                        option.help()))
                .toList();
    }

    /** Every option there is, to know which take a value. */
    static Stream<Typed> everyOption() {
        return Stream.concat(global().stream(), COMMANDS.stream().flatMap(usage -> of(usage).stream()));
    }

    static String names(List<Typed> options) {
        return options.stream().flatMap(option -> option.names().stream()).collect(Collectors.joining(" "));
    }
}

package dev.restamp.shell.docs;

import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.docs.Surface.Typed;
import dev.restamp.shell.render.OutputFormats;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code completions/_restamp}. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String text() {
        return """
                #compdef restamp
                # Completion of restamp for zsh. Made from the program's commands; do not edit.

                _restamp_profiles() {
                    local -a profiles
                    profiles=(${(f)"$(sed -n 's/^\\[profiles\\{0,1\\}\\.\\([A-Za-z0-9_-]*\\)\\].*/\\1/p' \\
                        ${XDG_CONFIG_HOME:-$HOME/.config}/restamp/config.toml 2>/dev/null)"})
                    (( $#profiles )) && compadd -X profile -a profiles
                }

                _restamp_commands() {
                    local -a commands
                    commands=(
                @COMMANDS@    )
                    _describe command commands
                }

                _restamp() {
                    local curcontext=$curcontext state line
                    typeset -A opt_args
                    _arguments -C \\
                @GLOBAL@        '1: :->first' '*:: :->rest'
                    case $state in
                        first) _restamp_commands; _restamp_profiles ;;
                        rest)
                            case $words[1] in
                @CASES@            esac ;;
                    esac
                }

                _restamp "$@"
                """.replace(
                        "@COMMANDS@",
                        Surface.COMMANDS.stream()
                                .map(usage -> "        " + quoted(usage.name() + ":" + usage.summary()) + "\n")
                                .collect(Collectors.joining()))
                .replace("@GLOBAL@", specs(Surface.global(), "        "))
                .replace(
                        "@CASES@",
                        Surface.COMMANDS.stream().map(ZshCompletion::command).collect(Collectors.joining()));
    }

    private static String command(Usage usage) {
        return "                " + usage.name() + ") _arguments \\\n"
                + specs(Surface.of(usage), "                    ") + "                    " + operand(usage) + " ;;\n";
    }

    private static String operand(Usage usage) {
        return usage.words().isEmpty()
                ? quoted("*: :" + values(usage.operand()))
                : quoted("1: :(" + String.join(" ", usage.words()) + ")") + " "
                        + quoted("*: :" + values(usage.operand()));
    }

    private static String specs(List<Typed> options, String indent) {
        return options.stream()
                .flatMap(ZshCompletion::spec)
                .map(spec -> indent + spec + " \\\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> spec(Typed option) {
        var help = "[" + option.help().replace("[", "\\[").replace("]", "\\]") + "]";
        var value = option.isFlag() ? "" : ":" + option.value() + ":" + values(option.operand());
        return option.names().stream().map(name -> quoted(name + help + value));
    }

    private static String values(Operand operand) {
        return switch (BashCompletion.kindName(operand)) {
            case "file" -> "_files";
            case "folder" -> "_files -/";
            case "profile" -> "_restamp_profiles";
            case "tracker" -> "(" + BashCompletion.trackers() + ")";
            case "format" -> "(" + OutputFormats.names().replace(",", "") + ")";
            case "command" -> "_restamp_commands";
            default -> " ";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

package dev.restamp.shell.docs;

import dev.restamp.core.recognition.KnownTables;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.docs.Surface.Typed;
import dev.restamp.shell.render.OutputFormats;
import java.util.List;
import java.util.stream.Collectors;

/** {@code completions/restamp.bash}. */
final class BashCompletion {
    private BashCompletion() {}

    static String text() {
        return """
                # Completion of restamp for bash. Made from the program's commands; do not edit.

                _restamp_profiles() {
                    sed -n 's/^\\[profiles\\{0,1\\}\\.\\([A-Za-z0-9_-]*\\)\\].*/\\1/p' \\
                        "${XDG_CONFIG_HOME:-$HOME/.config}/restamp/config.toml" 2>/dev/null
                }

                _restamp_words() {
                    local IFS=$' \\t\\n'
                    COMPREPLY=($(compgen -W "$1" -- "$cur"))
                }

                _restamp_files() {
                    local IFS=$'\\n'
                    compopt -o filenames 2>/dev/null
                    COMPREPLY=($(compgen "$1" -- "$cur"))
                }

                # What may stand for an operand of this kind.
                _restamp_operand() {
                    case $1 in
                        file) _restamp_files -f ;;
                        folder) _restamp_files -d ;;
                        profile) _restamp_words "$(_restamp_profiles)" ;;
                        format) _restamp_words "@FORMATS@" ;;
                        tracker) _restamp_words "@TRACKERS@" ;;
                        command) _restamp_words "@COMMANDS@" ;;
                    esac
                }

                _restamp() {
                    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
                    COMPREPLY=()
                    for ((i = 1; i < COMP_CWORD; i++)); do
                        case ${COMP_WORDS[i]} in
                            @VALUED@) ((i++)) ;;
                            -*) ;;
                            @NAMES@) command=${COMP_WORDS[i]}; break ;;
                        esac
                    done
                    case $prev in
                @KINDS@        esac
                    case $command in
                        "") if [[ $cur == -* ]]; then _restamp_words "@GLOBAL@"
                            else _restamp_words "@COMMANDS@ $(_restamp_profiles)"; fi ;;
                @CASES@    esac
                }

                complete -o default -F _restamp restamp
                """.replace("@FORMATS@", formats())
                .replace("@TRACKERS@", trackers())
                .replace("@COMMANDS@", commands(" "))
                .replace("@NAMES@", commands(" | "))
                .replace("@VALUED@", valued())
                .replace("@KINDS@", kinds())
                .replace("@GLOBAL@", Surface.names(Surface.global()))
                .replace(
                        "@CASES@",
                        Surface.COMMANDS.stream().map(BashCompletion::command).collect(Collectors.joining()));
    }

    private static String formats() {
        return OutputFormats.names().replace(",", "");
    }

    static String trackers() {
        return String.join(" ", KnownTables.names());
    }

    private static String commands(String separator) {
        return Surface.COMMANDS.stream().map(Usage::name).collect(Collectors.joining(separator));
    }

    private static String valued() {
        return Surface.everyOption()
                .filter(option -> !option.isFlag())
                .flatMap(option -> option.names().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    /** The options whose value can be completed, by what it stands for. */
    private static String kinds() {
        return List.of(
                        Operand.FILE,
                        Operand.SCRIPT,
                        Operand.FOLDER,
                        Operand.PROFILE,
                        Operand.FORMAT,
                        Operand.TRACKER,
                        Operand.COMMAND)
                .stream()
                .map(BashCompletion::kind)
                .collect(Collectors.joining());
    }

    private static String kind(Operand operand) {
        var names = Surface.everyOption()
                .filter(option -> !option.isFlag() && option.operand() == operand)
                .flatMap(option -> option.names().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" | "));
        return names.isEmpty() ? "" : "        " + names + ") _restamp_operand " + kindName(operand) + "; return ;;\n";
    }

    private static String command(Usage usage) {
        var words = String.join(" ", usage.words());
        var operand =
                words.isEmpty() ? "_restamp_operand " + kindName(usage.operand()) : "_restamp_words \"" + words + "\"";
        return """
                        %s) if [[ $cur == -* ]]; then _restamp_words "%s"; else %s; fi ;;
                """.formatted(usage.name(), options(usage), operand);
    }

    private static String options(Usage usage) {
        return Surface.names(Surface.of(usage));
    }

    /** The program's word for what can be completed without asking a database. */
    static String kindName(Operand operand) {
        return switch (operand) {
            case FILE, SCRIPT -> "file";
            case FOLDER -> "folder";
            case PROFILE, URL -> "profile";
            case FORMAT -> "format";
            case TRACKER -> "tracker";
            case COMMAND -> "command";
            default -> "nothing";
        };
    }

    static boolean takesFiles(Typed option) {
        return kindName(option.operand()).equals("file");
    }
}

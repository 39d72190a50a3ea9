package dev.restamp.shell.docs;

import dev.restamp.core.Exit;
import dev.restamp.shell.command.Group;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.docs.Surface.Typed;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code docs/restamp.1}, for man. */
final class ManualPage {
    private ManualPage() {}

    static String text() {
        return """
                .\\" Made from the program's commands; do not edit.
                .TH RESTAMP 1 "" "restamp" "User commands"
                .SH NAME
                restamp \\- tell where a PostgreSQL schema really is, and make the version table say so
                .SH SYNOPSIS
                .B restamp
                [TARGET] [options] [COMMAND ...]
                .br
                .B restamp
                [TARGET] [options] \\-c 'COMMAND' ...
                .br
                .B restamp
                \\-
                .SH DESCRIPTION
                Compares the version table of a migration tool with the live catalog, revision by revision, and writes the
                row only with proof: plan, proof, confirmation, write, receipt, undo. Inspecting never writes, and no
                migration is run to look at it. Without a command it is a shell.
                .PP
                TARGET is a profile, a URL, service=NAME or libpq's keywords; else $RESTAMP_PROFILE, $DATABASE_URL, $PGHOST.
                .SH OPTIONS
                """
                + Surface.global().stream().map(ManualPage::option).collect(Collectors.joining())
                + ".SH COMMANDS\n"
                + Arrays.stream(Group.values()).map(ManualPage::group).collect(Collectors.joining())
                + ".SH EXIT STATUS\n"
                + Arrays.stream(Exit.values())
                        .map(exit -> ".TP\n.B " + exit.code() + "\n" + text(exit.meaning()) + "\n")
                        .collect(Collectors.joining())
                + """
                .SH FILES
                .TP
                .I $XDG_CONFIG_HOME/restamp/config.toml
                profiles, never with a password
                .TP
                .I $XDG_STATE_HOME/restamp
                history, receipts and log, for the user alone
                .SH ENVIRONMENT
                DATABASE_URL, RESTAMP_PROFILE, PGHOST and its like, PGSERVICEFILE, PGPASSFILE, NO_COLOR, RESTAMP_PAGER, PAGER
                .SH SEE ALSO
                .BR psql (1),
                .BR alembic (1)
                """;
    }

    private static String group(Group group) {
        var commands = Surface.COMMANDS.stream()
                .filter(usage -> usage.group() == group)
                .map(ManualPage::command)
                .collect(Collectors.joining());
        return commands.isEmpty() ? "" : ".SS " + group.title() + "\n" + commands;
    }

    private static String command(Usage usage) {
        var options = usage.options().stream()
                .map(option -> ".br\n.B " + text(option.names()) + "\n.I " + text(option.value()) + "\n"
                        + text(option.help()) + "\n")
                .collect(Collectors.joining())
                .replace(".I \n", "");
        return ".TP\n.B " + text((usage.name() + " " + usage.synopsis()).strip()) + "\n" + text(usage.summary()) + "\n"
                + options;
    }

    private static String option(Typed option) {
        return ".TP\n.B " + text((option.namesWith(", ") + " " + option.value()).strip()) + "\n" + text(option.help())
                + "\n";
    }

    /** Signs that roff would obey are escaped, and none of ours is beyond ASCII. */
    private static String text(String text) {
        var plain = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("…", "...")
                .replace("→", "->");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}

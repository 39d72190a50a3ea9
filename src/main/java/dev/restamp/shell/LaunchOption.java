package dev.restamp.shell;

import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.render.OutputFormats;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every option of the program itself. The parser, {@code --help}, the completions and the man page are made from it. */
public enum LaunchOption {
    COMMAND("-c", "COMMAND", Operand.COMMAND, "run this command line and leave; may be repeated"),
    PROFILE("--profile", "NAME", Operand.PROFILE, "connect as this profile of config.toml says", true),
    ENV("--env", "ENV", Operand.TEXT, "prod, stage or dev; an unknown host counts as prod", true),
    ASK_PASSWORD("-W", "", Operand.TEXT, "ask for the password before connecting", true),
    NO_PASSWORD("-w", "", Operand.TEXT, "never ask for a password", true),
    PASSWORD_FILE(
            "--password-file", "FILE", Operand.FILE, "read the password from this file, which is yours alone", true),
    TIMEOUT("--timeout", "TIME", Operand.TEXT, "for one statement: 15s, 2min, 500ms", true),
    READ_ONLY("--read-only", "", Operand.TEXT, "refuse stamp and undo too", true),
    CONFIRM("--confirm", "NAME", Operand.TEXT, "the name of the database that may be written to", true),
    NO_CONFIG("--no-config", "", Operand.TEXT, "do not read config.toml", true),
    PROJECT("--project", "DIR", Operand.FOLDER, "the folder that holds alembic.ini, or the file", true),
    SECTION("--name", "SECTION", Operand.TEXT, "its section, where that is not [alembic]", true),
    VERSION_TABLE(
            TableChoice.NAME_OPTION, "NAME", Operand.TABLE, "the version table, where env.py does not tell", true),
    SCHEMA(TableChoice.SCHEMA_OPTION, "NAME", Operand.TEXT, "the schema that holds it", true),
    TRACKER(TrackerWish.OPTION, "NAME", Operand.TRACKER, "the tool that is meant, where several have been here", true),
    OUTPUT(Usage.OUTPUT, "FORMAT", Operand.FORMAT, "how to answer: " + OutputFormats.names()),
    JSON("--json", "", Operand.TEXT, "the same as -o json"),
    WIDTH("--width", "N", Operand.TEXT, "columns to draw in", true),
    NO_COLOR("--no-color", "", Operand.TEXT, "no colours", true),
    ASCII("--ascii", "", Operand.TEXT, "draw with ASCII only", true),
    NO_PAGER("--no-pager", "", Operand.TEXT, "never show an answer in a pager", true),
    NO_INPUT("--no-input", "", Operand.TEXT, "never ask anything", true),
    TRANSCRIPT("--transcript", "FILE", Operand.FILE, "keep what is typed and answered in this file", true),
    QUIET("--quiet", "", Operand.TEXT, "no welcome, no progress", true),
    VERBOSE("-v", "", Operand.TEXT, "what goes to the log goes to standard error too"),
    VERSION("--version", "", Operand.TEXT, "print the version"),
    HELP("--help", "", Operand.TEXT, "print this");

    private final String dashed;
    private final String value;
    private final Operand operand;
    private final String help;
    private final boolean anywhere;

    LaunchOption(String dashed, String value, Operand operand, String help) {
        this(dashed, value, operand, help, false);
    }

    LaunchOption(String dashed, String value, Operand operand, String help, boolean anywhere) {
        this.dashed = dashed;
        this.value = value;
        this.operand = operand;
        this.help = help;
        this.anywhere = anywhere;
    }

    /** The option that is typed like this; {@code -h} too. */
    static Optional<LaunchOption> of(String typed) {
        return Arrays.stream(values())
                .filter(one -> one.names().contains(typed))
                .findFirst();
    }

    /** As it is typed: {@code --project}. */
    public String dashed() {
        return dashed;
    }

    /** Every way to type it. */
    public List<String> names() {
        return switch (this) {
            case OUTPUT -> List.of("-o", dashed);
            case HELP -> List.of(dashed, "-h");
            default -> List.of(dashed);
        };
    }

    /** What follows it, in capitals; empty for a flag. */
    public String value() {
        return value;
    }

    /** What its value stands for. */
    public Operand operand() {
        return operand;
    }

    public String help() {
        return help;
    }

    public boolean isFlag() {
        return value.isEmpty();
    }

    /** Whether it means the same behind a command. */
    public boolean isAnywhere() {
        return anywhere;
    }
}

package dev.restamp.shell;

import dev.restamp.shell.command.Arguments;
import dev.restamp.shell.command.HelpPage;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.render.Pictures;
import dev.restamp.shell.render.Report;
import java.util.ArrayList;
import java.util.List;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/** One of our commands as Spring Shell knows commands. */
final class RegisteredCommand implements Command {
    private final ShellCommand command;
    private final Console console;

    RegisteredCommand(ShellCommand command, Console console) {
        this.command = command;
        this.console = console;
    }

    /** The words as Spring Shell carries them. Which of them are options is for {@link Arguments} to say. */
    static ParsedInput input(List<String> words) {
        var input = ParsedInput.builder().commandName(words.getFirst());
        for (var i = 1; i < words.size(); i++) {
            input.addArgument(new CommandArgument(i - 1, words.get(i)));
        }
        return input.build();
    }

    Usage usage() {
        return command.usage();
    }

    @Override
    public String getName() {
        return usage().name();
    }

    @Override
    public String getDescription() {
        return usage().summary();
    }

    @Override
    public String getGroup() {
        return usage().group().title();
    }

    @Override
    public String getHelp() {
        return HelpPage.of(usage());
    }

    @Override
    public List<CommandOption> getOptions() {
        return usage().allOptions().stream().map(RegisteredCommand::option).toList();
    }

    @Override
    public ExitStatus execute(CommandContext context) {
        if (console.format().isPicture() && !usage().draws()) {
            throw Pictures.noGraph(console.format());
        }
        var words = new ArrayList<String>();
        context.parsedInput().arguments().forEach(argument -> words.add(argument.value()));
        var report = run(Arguments.parse(usage(), words));
        console.print(getName(), report);
        return new ExitStatus(report.exit().code(), report.exit().meaning());
    }

    private Report run(Arguments arguments) {
        return arguments.has("--help") ? HelpPage.report(usage()) : command.run(arguments);
    }

    private static CommandOption option(Usage.Option option) {
        return CommandOption.with()
                .longName(option.name().replaceFirst("^-+", ""))
                .description(option.help())
                .type(option.isFlag() ? boolean.class : String.class)
                .build();
    }
}

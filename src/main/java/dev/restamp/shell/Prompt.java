package dev.restamp.shell;

import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.render.Canvas;
import dev.restamp.shell.render.Escape;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.springframework.shell.jline.PromptProvider;

/** Where the next command goes: {@code db1:shop 3c4d5e6f7081! ro> }. In words; colour only underlines it. */
final class Prompt implements PromptProvider {
    private final Session session;
    private final Canvas canvas;

    Prompt(Session session, Canvas canvas) {
        this.session = session;
        this.canvas = canvas;
    }

    @Override
    public AttributedString getPrompt() {
        var prompt = new AttributedStringBuilder();
        session.current()
                .ifPresentOrElse(
                        connection -> connected(connection, prompt),
                        () -> prompt.append(session.practice().isPresent() ? "PRACTICE" : "restamp"));
        return prompt.append("> ").toAttributedString();
    }

    private void connected(OpenConnection connection, AttributedStringBuilder prompt) {
        var practice = connection.environment() == Environment.PRACTICE;
        var name = practice
                ? "PRACTICE " + connection.name()
                : connection.name() + ":" + connection.database().server().database();
        prompt.style(canvas.colour() ? style(connection.environment()) : AttributedStyle.DEFAULT)
                .append(Escape.text(name))
                .style(AttributedStyle.DEFAULT);
        var belief = connection.belief();
        var row = belief.row().isEmpty() ? "-" : String.join("+", belief.row());
        prompt.append(' ').append(Escape.text(row)).append(belief.mark().sign()).append(" ro");
    }

    private static AttributedStyle style(Environment environment) {
        return switch (environment) {
            case PROD -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
            case STAGE -> AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW);
            case DEV -> AttributedStyle.BOLD;
            case PRACTICE -> AttributedStyle.BOLD.foreground(AttributedStyle.GREEN);
        };
    }
}

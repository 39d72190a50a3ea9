package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Session;

/** Whether somebody wants this database written to: the user types its name, or the command line has it. */
final class Confirmation {
    private Confirmation() {}

    /** @throws Problem with {@code Exit.REFUSED} where nobody does */
    static void of(OpenConnection connection, Arguments arguments, Session session) {
        var database = connection.database().server().database();
        var given = arguments.value("--confirm").or(session.writeRules()::confirmed);
        if (given.isPresent()) {
            if (!given.get().equals(database)) {
                throw notConfirmed("the database is called \"" + database + "\", not \"" + given.get() + "\"");
            }
            return;
        }
        if (session.isScript()
                || !session.prompter().isSomebodyThere()
                || session.console().isForPrograms()) {
            if (connection.environment() == Environment.PROD) {
                throw notConfirmed("production needs --confirm " + database);
            }
            return;
        }
        var word = connection.environment() == Environment.PROD ? "PRODUCTION. " : "";
        var typed = session.prompter()
                .ask(word + "Type the database name to write, Enter to stop: ")
                .map(String::strip)
                .orElse("");
        if (!typed.equals(database)) {
            throw notConfirmed(typed.isEmpty() ? "stopped" : "\"" + typed + "\" is not the name of the database");
        }
    }

    private static Problem notConfirmed(String why) {
        return new Problem(Exit.REFUSED, "not confirmed, nothing has been written: " + why, "");
    }
}

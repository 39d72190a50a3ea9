package dev.restamp.shell.script;

import java.util.Map;

/**
 * How a script is run.
 *
 * @param given variables from outside: what JSON is made of
 * @param dryRun whether all is done but the writes
 * @param findingsFail whether a finding that was not expected makes the script end with exit code 1
 */
public record RunOptions(Map<String, Object> given, boolean dryRun, boolean findingsFail) {
    public RunOptions {
        given = Map.copyOf(given);
    }
}

package dev.restamp.shell.profile;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ConnectionCode;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks for a password where none may be. What it finds it names by its line and never repeats. */
final class PasswordSearch {
    /** A key of that kind, or one in a URL or among libpq's keywords. */
    private static final Pattern KEY = Pattern.compile("(?i)(password|passwd|\\bpwd)[\"']?\\s*=");

    /** Something between the user and the host of a URL. */
    private static final Pattern URL = Pattern.compile("://[^/\\s:@\"']*:[^/\\s]*@");

    private PasswordSearch() {}

    /** @throws Problem with {@code Exit.USAGE} where the text holds one */
    static void refuse(Path file, String text) {
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var isComment = line.strip().startsWith("#");
            if (URL.matcher(line).find() || (!isComment && KEY.matcher(line).find())) {
                throw ConnectionCode.NOT_PRIVATE.problem(
                        Exit.USAGE,
                        file + " line " + number + " holds a password, and is not the place for one",
                        "take it out; passwords belong in ~/.pgpass, $PGPASSWORD, or are typed");
            }
        }
    }
}

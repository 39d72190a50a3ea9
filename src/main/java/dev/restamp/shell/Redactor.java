package dev.restamp.shell;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text on its way to the screen, the log or the history: the passwords it was told of wherever they
 * stand, others where their surroundings give them away.
 *
 * <p>Text may be JSON on one line: what is taken out ends with the string it stands in. Prose is left alone: {@code
 * password = optional} is what a migration is called.
 */
public final class Redactor {
    /** One sign of a password, also in JSON; not the quote that ends a string there. No password is longer than 1000. */
    private static final String SIGN = "(?:[^\\s\"\\\\]|\\\\\\S|\"(?![,:}\\]]))";

    /**
     * Up to the last {@code @}: a password may hold one that should have been written as {@code %40}. So may a user,
     * {@code jo@corp:x@host}; but {@code jo@host:5432/} is a port.
     */
    private static final Pattern URL =
            Pattern.compile("(://[^/\\s:@\"]*:|://[^/\\s:\"]*:(?!\\d{1,5}[/?,]))" + SIGN + "{0,1000}@");

    private static final String KEYWORD = "(?i)((?:password|passwd|pwd)";

    /** Values in quotes: SQL's {@code PASSWORD 'x'}, and assignments in any language. */
    private static final Pattern QUOTED = Pattern.compile(KEYWORD
            + "(?:\\s*=\\s*|\\s+))'(?:[^'\"]|''){0,1000}'|"
            + KEYWORD
            + "\\s*=\\s*)\\\\?\"(?![\\s,:}\\]])[^\"]{0,1000}\"");

    /** Values without quotes: libpq's keywords and parameters of a URL, written without blanks. */
    private static final Pattern BARE = Pattern.compile(KEYWORD + "=)(?:(?!&)" + SIGN + "){1,1000}");

    /** Not what has just been put in quotes, and no further than a value can go in code. */
    private static final Pattern BARE_IN_CODE =
            Pattern.compile(KEYWORD + "=)(?!['\"])(?:(?![&(),;])" + SIGN + "){1,1000}");

    private final Set<String> secrets = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(text -> text));
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** From now on this text is a secret wherever it stands. Very short ones would blot out half the screen. */
    public void learn(String secret) {
        if (secret.length() >= 4) {
            secrets.add(secret);
            secrets.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        }
    }

    /**
     * This text is on the screen anyway, say as the name of a database. A password that is the same is not taken out:
     * the gap would tell what it is.
     */
    public void spare(String name) {
        names.add(name);
    }

    public String redact(String text) {
        var clean = URL.matcher(known(text)).replaceAll("$1***@");
        clean = QUOTED.matcher(clean).replaceAll("$1$2***");
        return BARE.matcher(clean).replaceAll("$1***");
    }

    /** The same for SQL and Python that is to be run afterwards: a value that stood in quotes still does. */
    public String redactCode(String code) {
        var clean = URL.matcher(known(code)).replaceAll("$1***@");
        clean = QUOTED.matcher(clean).replaceAll("$1$2'***'");
        return BARE_IN_CODE.matcher(clean).replaceAll("$1***");
    }

    private String known(String text) {
        var clean = text;
        for (var secret : secrets) {
            clean = names.contains(secret) ? clean : clean.replace(secret, "***");
        }
        return clean;
    }
}

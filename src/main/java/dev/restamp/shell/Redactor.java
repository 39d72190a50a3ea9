package dev.restamp.shell;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final String GONE = "***";

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
        return redact(text, () -> {});
    }

    /** @param removed told of each place where something was taken out */
    public String redact(String text, Runnable removed) {
        var clean = replaced(URL, known(text, removed), url -> url.group(1) + GONE + "@", removed);
        clean = replaced(QUOTED, clean, found -> first(found.group(1), found.group(2)) + GONE, removed);
        return replaced(BARE, clean, found -> found.group(1) + GONE, removed);
    }

    /** The same for SQL and Python that is to be run afterwards: a value that stood in quotes still does. */
    public String redactCode(String code) {
        Runnable nobody = () -> {};
        var clean = replaced(URL, known(code, nobody), url -> url.group(1) + GONE + "@", nobody);
        clean = replaced(QUOTED, clean, found -> first(found.group(1), found.group(2)) + "'" + GONE + "'", nobody);
        return replaced(BARE_IN_CODE, clean, found -> found.group(1) + GONE, nobody);
    }

    private String known(String text, Runnable removed) {
        var clean = text;
        for (var secret : secrets) {
            if (!names.contains(secret) && clean.contains(secret)) {
                clean = replaced(Pattern.compile(Pattern.quote(secret)), clean, _ -> GONE, removed);
            }
        }
        return clean;
    }

    private static String first(@Nullable String one, @Nullable String other) {
        return one == null ? String.valueOf(other) : one;
    }

    /** What has been taken out already is found again, and is not counted. */
    private static String replaced(
            Pattern pattern, String text, Function<MatchResult, String> without, Runnable removed) {
        return pattern.matcher(text).replaceAll(found -> {
            var clean = without.apply(found);
            if (!clean.equals(found.group())) {
                removed.run();
            }
            return Matcher.quoteReplacement(clean);
        });
    }
}

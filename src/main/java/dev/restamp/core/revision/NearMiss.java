package dev.restamp.core.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant: a name at most two typing errors away, or one that differs only in case. */
final class NearMiss {
    private static final int FEW = 2;

    private NearMiss() {}

    static Optional<String> of(String typed, Collection<String> names) {
        var most = Math.min(FEW, typed.length() / 2);
        return names.stream()
                .filter(name -> distance(typed, name) <= most || name.equalsIgnoreCase(typed))
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** Levenshtein's: how many characters to insert, delete or replace, whatever their case. */
    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

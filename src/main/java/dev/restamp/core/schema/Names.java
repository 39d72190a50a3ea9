package dev.restamp.core.schema;

import java.util.List;
import java.util.function.Predicate;

/** The names PostgreSQL gives, after {@code makeObjectName} and {@code ChooseRelationName} in its sources. */
public final class Names {
    /** Bytes of UTF-8, one less than NAMEDATALEN. */
    private static final int LONGEST = 63;

    private Names() {}

    /** A name as the catalog holds it: cut after 63 bytes, between characters. */
    public static String cut(String name) {
        return clipped(name, LONGEST);
    }

    /**
     * The name for an object that the script gives none: {@code table_column_label}, the longer of table and column
     * cut so that it fits, and with a number where it is taken.
     *
     * @param column one name, several joined by {@code _}, or empty
     */
    public static String choose(String table, String column, String label, Predicate<String> taken) {
        var name = made(table, column, label);
        for (var number = 1; taken.test(name); number++) {
            name = made(table, column, label + number);
        }
        return name;
    }

    /** The middle of a name that stands for several columns. */
    public static String joined(List<String> columns) {
        var joined = new StringBuilder();
        for (var column : columns) {
            joined.append(joined.isEmpty() ? "" : "_").append(column);
            if (bytes(joined.toString()) > LONGEST) {
                break;
            }
        }
        return joined.toString();
    }

    private static String made(String table, String column, String label) {
        var room = LONGEST - bytes(label) - 1 - (column.isEmpty() ? 0 : 1);
        var first = bytes(table);
        var second = bytes(column);
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        var middle = column.isEmpty() ? "" : "_" + clipped(column, second);
        return clipped(table, first) + middle + "_" + label;
    }

    private static String clipped(String name, int room) {
        var end = name.length();
        while (bytes(name.substring(0, end)) > room) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    /** Of UTF-8. */
    private static int bytes(String text) {
        return text.codePoints()
                .map(character -> character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4)
                .sum();
    }
}

package dev.restamp.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of an answer. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** A text; NULL is the empty string. */
    public String text(String column) {
        return optionalText(column).orElse("");
    }

    public Optional<String> optionalText(String column) {
        return get(() -> Optional.ofNullable(rows.getString(column)));
    }

    /** The value of a column by its number, from 1 on, as the server writes it. */
    @Nullable
    String textAt(int column) {
        try {
            return rows.getString(column);
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    /** A number; NULL is 0. */
    public long number(String column) {
        return get(() -> rows.getLong(column));
    }

    /** A truth; NULL is false. */
    public boolean flag(String column) {
        return get(() -> rows.getBoolean(column));
    }

    /** An array of text; NULL is the empty list, a NULL in it the empty string. */
    public List<String> texts(String column) {
        return get(() -> {
            var array = rows.getArray(column);
            if (array == null) {
                return List.of();
            }
            return Arrays.stream((Object[]) array.getArray())
                    .map(element -> element == null ? "" : element.toString())
                    .toList();
        });
    }

    /** An array of text; a NULL in it is empty. */
    public List<Optional<String>> optionalTexts(String column) {
        return get(() -> Arrays.stream((Object[]) rows.getArray(column).getArray())
                .map(element -> Optional.ofNullable(element).map(Object::toString))
                .toList());
    }

    /** The names of the columns, in order, for an answer whose shape is not known. */
    public List<String> columns() {
        return get(() -> {
            var shape = rows.getMetaData();
            var names = new ArrayList<String>();
            for (var i = 1; i <= shape.getColumnCount(); i++) {
                names.add(shape.getColumnLabel(i));
            }
            return List.copyOf(names);
        });
    }

    /** The values in the order of {@link #columns}, each as the server writes it; NULL is empty. */
    public List<Optional<String>> values() {
        return get(() -> {
            var values = new ArrayList<Optional<String>>();
            for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(Optional.ofNullable(rows.getString(i)));
            }
            return List.copyOf(values);
        });
    }

    private static <T> T get(Get<T> value) {
        try {
            return value.get();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private interface Get<T> {
        T get() throws SQLException;
    }

    /** Carries a failure out of a {@link RowMapper} to {@link Reading}, which knows what to make of it. */
    static final class UncheckedSqlException extends RuntimeException {
        private final SQLException failure;

        UncheckedSqlException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}

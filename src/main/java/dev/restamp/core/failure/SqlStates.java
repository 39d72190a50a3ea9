package dev.restamp.core.failure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQLSTATEs that migrations meet, by PostgreSQL's names, which drivers make the names of their classes of. */
final class SqlStates {
    private static final Map<String, String> BY_CODE = """
            08000 connection_exception
            08001 sqlclient_unable_to_establish_sqlconnection
            08006 connection_failure
            0A000 feature_not_supported
            21000 cardinality_violation
            22001 string_data_right_truncation
            22003 numeric_value_out_of_range
            22007 invalid_datetime_format
            22012 division_by_zero
            22023 invalid_parameter_value
            22P02 invalid_text_representation
            23001 restrict_violation
            23502 not_null_violation
            23503 foreign_key_violation
            23505 unique_violation
            23514 check_violation
            23P01 exclusion_violation
            25001 active_sql_transaction
            25006 read_only_sql_transaction
            25P02 in_failed_sql_transaction
            28000 invalid_authorization_specification
            28P01 invalid_password
            2BP01 dependent_objects_still_exist
            3D000 invalid_catalog_name
            3F000 invalid_schema_name
            40001 serialization_failure
            40P01 deadlock_detected
            42501 insufficient_privilege
            42601 syntax_error
            42602 invalid_name
            42611 invalid_column_definition
            42622 name_too_long
            42701 duplicate_column
            42702 ambiguous_column
            42703 undefined_column
            42704 undefined_object
            42710 duplicate_object
            42723 duplicate_function
            42725 ambiguous_function
            42804 datatype_mismatch
            42809 wrong_object_type
            42830 invalid_foreign_key
            42846 cannot_coerce
            42883 undefined_function
            42939 reserved_name
            42P01 undefined_table
            42P04 duplicate_database
            42P06 duplicate_schema
            42P07 duplicate_table
            42P16 invalid_table_definition
            42P17 invalid_object_definition
            53100 disk_full
            53200 out_of_memory
            53300 too_many_connections
            54000 program_limit_exceeded
            55000 object_not_in_prerequisite_state
            55006 object_in_use
            55P03 lock_not_available
            55P04 unsafe_new_enum_value_usage
            57014 query_canceled
            57P01 admin_shutdown
            57P03 cannot_connect_now
            58030 io_error
            """.lines()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(one -> one[0], one -> one[1]));

    private static final Map<String, String> BY_NAME =
            BY_CODE.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Messages of a server that speaks English, for output that has no code: each with the code that it goes with. */
    private static final Map<Pattern, String> BY_MESSAGE = Map.ofEntries(
            message("relation \".*\" already exists", "42P07"),
            message("column \".*\" of relation \".*\" already exists", "42701"),
            message("(type|constraint|role|extension|trigger|policy) \".*\".* already exists", "42710"),
            message("schema \".*\" already exists", "42P06"),
            message("function .* already exists.*", "42723"),
            message("(relation|table|view|index|sequence) \".*\" does not exist", "42P01"),
            message("column .* does not exist", "42703"),
            message("(type|constraint|role) \".*\".* does not exist", "42704"),
            message("function .* does not exist", "42883"),
            message("schema \".*\" does not exist", "3F000"),
            message("permission denied .*|must be owner of .*", "42501"),
            message("column \".*\" .*contains null values", "23502"),
            message("null value in column .*", "23502"),
            message("could not create unique index .*|duplicate key value .*", "23505"),
            message(".* violates foreign key constraint .*", "23503"),
            message(".* is violated by some row", "23514"),
            message("canceling statement due to lock timeout", "55P03"),
            message("canceling statement due to .*", "57014"),
            message("deadlock detected", "40P01"),
            message("syntax error .*", "42601"),
            message("cannot execute .* in a read-only transaction", "25006"),
            message("current transaction is aborted.*", "25P02"),
            message("connection to server .* failed.*|could not connect to server.*", "08001"),
            message("server closed the connection unexpectedly.*", "08006"),
            message("cannot drop .* because other objects depend on it", "2BP01"));

    private SqlStates() {}

    private static Map.Entry<Pattern, String> message(String text, String code) {
        return Map.entry(Pattern.compile(text), code);
    }

    /** PostgreSQL's name; empty for a code that is not in the list. */
    static String condition(String code) {
        return BY_CODE.getOrDefault(code, "");
    }

    /** By the class a driver raises: {@code DuplicateTable}, asyncpg's {@code DuplicateTableError}, {@code PostgresSyntaxError}. */
    static Optional<String> ofClass(String name) {
        return code(name)
                .or(() -> code(name.replaceFirst("Error$", "")))
                .or(() -> code(name.replaceFirst("^Postgres", "")));
    }

    static Optional<String> ofMessage(String message) {
        return BY_MESSAGE.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(message).matches())
                .map(Map.Entry::getValue)
                .min(SqlStates::narrow);
    }

    /** A message that two patterns fit is the narrower one's: a lock's time limit is one that was reached, too. */
    private static int narrow(String one, String other) {
        var order = List.of("55P03", "42701", "42710", "42P07");
        return Integer.compare(rank(order, one), rank(order, other));
    }

    private static int rank(List<String> order, String code) {
        var at = order.indexOf(code);
        return at < 0 ? order.size() : at;
    }

    private static Optional<String> code(String name) {
        return Optional.ofNullable(
                BY_NAME.get(CAPITAL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT)));
    }
}

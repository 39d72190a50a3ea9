package dev.restamp.core.evidence;

import java.util.List;

/**
 * One thing that is wrong with a version table, a schema or a project. Codes are stable: scripts and help pages use them.
 */
public sealed interface Finding {

    /** The row is behind the schema: {@code upgrade} would make what is there already. */
    record RowBehind(List<String> row, List<String> schema) implements Finding {}

    /** The row is ahead of the schema: {@code upgrade} would never make what is missing. */
    record RowAhead(List<String> row, List<String> schema) implements Finding {}

    /** The table holds a revision that the project does not have. */
    record UnknownRow(String id) implements Finding {}

    /** One row is an ancestor of another. */
    record OverlappingRows(String ancestor, String descendant) implements Finding {}

    /** The table is there and empty, though the schema is not. */
    record EmptyTable(String table) implements Finding {}

    /** There is no version table, though the schema is not empty. */
    record NoTable(String table) implements Finding {}

    /** Several tables of that name; the search path decides which one Alembic sees. */
    record SeveralTables(List<String> tables) implements Finding {}

    /** The project has more than one head: {@code upgrade head} refuses. */
    record SeveralHeads(List<String> heads) implements Finding {}

    /** The schema is as no revision leaves it. */
    record NoRevisionFits(List<String> closest, List<Mismatch> mismatches) implements Finding {}

    /** The schema has a whole branch that the row does not know of. */
    record BranchMissing(List<String> row, List<String> schema) implements Finding {}

    /** The table holds the same row twice, or it has no primary key to prevent that. */
    record DuplicateRows(List<String> rows) implements Finding {}

    /** This role may not read the table. */
    record NotReadable(String table) implements Finding {}

    /** The database cannot tell several places apart. */
    record SeveralCandidates(List<List<String>> candidates) implements Finding {}

    /**
     * A script is no longer what ran: its checksum differs from that in the row.
     *
     * @param recorded the checksum in the row
     * @param now that of the script
     */
    record EditedScript(String id, String recorded, String now) implements Finding {}

    /**
     * The row says that the run failed, or something else that stops the tool.
     *
     * @param what a sentence without a full stop: {@code the migration 3 failed}
     */
    record FailedRow(String id, String what) implements Finding {}

    /**
     * The tool has noted that it is running.
     *
     * @param what who, and since when
     */
    record LockHeld(String table, String what) implements Finding {}

    /**
     * The tool would not start on these rows, though none of them is wrong by itself.
     *
     * @param why in the tool's words
     */
    record ToolStops(String why) implements Finding {}

    /** Something in the project is broken; the rest was read. */
    record BrokenProject(String what) implements Finding {}

    /** How bad it is. */
    enum Severity {
        ERROR,
        WARNING
    }

    /** Every code, in order. */
    List<String> CODES = List.of(
            "VD101", "VD102", "VD103", "VD104", "VD105", "VD106", "VD107", "VD108", "VD109", "VD110", "VD111", "VD112",
            "VD113", "VD114", "VD115", "VD116", "VD117", "PJ301");

    default String code() {
        return switch (this) {
            case RowBehind _ -> "VD101";
            case RowAhead _ -> "VD102";
            case UnknownRow _ -> "VD103";
            case OverlappingRows _ -> "VD104";
            case EmptyTable _ -> "VD105";
            case NoTable _ -> "VD106";
            case SeveralTables _ -> "VD107";
            case SeveralHeads _ -> "VD108";
            case NoRevisionFits _ -> "VD109";
            case BranchMissing _ -> "VD110";
            case DuplicateRows _ -> "VD111";
            case NotReadable _ -> "VD112";
            case SeveralCandidates _ -> "VD113";
            case EditedScript _ -> "VD114";
            case FailedRow _ -> "VD115";
            case LockHeld _ -> "VD116";
            case ToolStops _ -> "VD117";
            case BrokenProject _ -> "PJ301";
        };
    }

    default Severity severity() {
        return switch (this) {
            case RowBehind _,
                    RowAhead _,
                    UnknownRow _,
                    OverlappingRows _,
                    EmptyTable _,
                    NoTable _,
                    NoRevisionFits _,
                    BranchMissing _,
                    DuplicateRows _,
                    NotReadable _,
                    SeveralCandidates _,
                    EditedScript _,
                    FailedRow _,
                    ToolStops _,
                    BrokenProject _ -> Severity.ERROR;
            case SeveralTables _, SeveralHeads _, LockHeld _ -> Severity.WARNING;
        };
    }

    /** The finding in one sentence, lower case, without a full stop. */
    default String text() {
        return switch (this) {
            case RowBehind _ -> "the version row is behind the schema";
            case RowAhead _ -> "the version row is ahead of the schema";
            case UnknownRow(var id) -> "the row " + id + " is not in the project";
            case OverlappingRows(var ancestor, var descendant) ->
                "the row " + ancestor + " is an ancestor of the row " + descendant;
            case EmptyTable(var table) -> table + " is empty, the schema is not";
            case NoTable(var table) -> "there is no " + table + ", though the schema is not empty";
            case SeveralTables(var tables) -> "several version tables: " + String.join(", ", tables);
            case SeveralHeads(var heads) -> "the project has " + heads.size() + " heads: " + String.join(", ", heads);
            case NoRevisionFits _ -> "no revision fits the schema";
            case BranchMissing _ -> "the row leaves out a branch that the schema has";
            case DuplicateRows(var rows) -> "the version table holds a row twice: " + String.join(", ", rows);
            case NotReadable(var table) -> "this role may not read " + table;
            case SeveralCandidates _ -> "several revisions fit, the database cannot tell them apart";
            case EditedScript(var id, var recorded, var now) ->
                id + " was edited after it ran: checksum " + recorded + " in the row, " + now + " in the script";
            case FailedRow(var _, var what) -> what;
            case LockHeld(var table, var what) -> table + " is held: " + what;
            case ToolStops(var why) -> "the next upgrade would not start: " + why;
            case BrokenProject(var what) -> what;
        };
    }
}

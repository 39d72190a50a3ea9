package dev.restamp.shell.data;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.postgres.rows.ContentPieces;
import dev.restamp.postgres.rows.ContentPieces.Sums;
import dev.restamp.postgres.rows.ContentPieces.Table;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import java.util.ArrayList;
import java.util.function.LongConsumer;

/** Compares one table piece by piece. */
record TablePieces(Session session, Both<OpenConnection> connections, Contents.Wish wish, StateFile state) {
    /** @param progress hears the rows of each piece, also of those that were known */
    ComparedContent compare(Table table, LongConsumer progress) {
        var left = Fingerprint.EMPTY;
        var right = Fingerprint.EMPTY;
        for (var piece = 0; piece < table.pieces(); piece++) {
            var sums = sums(table, piece);
            if (!sums.why().isEmpty()) {
                return ComparedContent.without(table.key(), Verdict.UNKNOWN, sums.why());
            }
            left = left.plus(sums.found().left());
            right = right.plus(sums.found().right());
            progress.accept(sums.found().left().rows());
        }
        var notes = new ArrayList<>(table.notes());
        if (table.pieces() > 1) {
            notes.add("compared in " + table.pieces() + " pieces, each at a moment of its own");
        }
        return ComparedContent.of(table.key(), left, right, notes);
    }

    private Sums sums(Table table, int piece) {
        return state.equal(table, piece).map(known -> new Sums(known, "")).orElseGet(() -> {
            var sums = session.readTogether(connections, wish.jobs(), readers -> {
                readers.left().allow(Contents.LONGEST);
                readers.right().allow(Contents.LONGEST);
                return ContentPieces.sum(readers, table, piece, wish.pace());
            });
            if (sums.why().isEmpty()) {
                state.add(table, piece, sums.found());
            }
            return sums;
        });
    }
}

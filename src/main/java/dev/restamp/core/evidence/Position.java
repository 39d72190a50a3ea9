package dev.restamp.core.evidence;

import java.util.List;

/** Where a live schema is in the history of a project. Rows are revision ids as a version table would hold them. */
public sealed interface Position {

    /**
     * At one place.
     *
     * @param rows the rows that say so; empty for base
     * @param equivalent other rows that fit as well and lead to the same upgrade: a merge leaves no trace
     */
    record Fits(List<String> rows, List<List<String>> equivalent) implements Position {
        public Fits {
            rows = List.copyOf(rows);
            equivalent = List.copyOf(equivalent);
        }
    }

    /**
     * At one of several places that the database cannot tell apart.
     *
     * @param candidates the rows of each, the earliest first; two at least
     * @param between the revisions that make the difference and leave no trace, oldest first
     */
    record Candidates(List<List<String>> candidates, List<RevisionEvidence> between) implements Position {
        public Candidates {
            candidates = List.copyOf(candidates);
            between = List.copyOf(between);
        }
    }

    /**
     * At no place: the schema is as no revision leaves it.
     *
     * @param closest the rows that come nearest
     * @param asClose other rows that come as near: what lies between leaves no trace
     * @param mismatches what speaks against them
     */
    record NoFit(List<String> closest, List<List<String>> asClose, List<Mismatch> mismatches) implements Position {
        public NoFit {
            closest = List.copyOf(closest);
            asClose = List.copyOf(asClose);
            mismatches = List.copyOf(mismatches);
        }
    }
}

package dev.restamp.core.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What a tool's own rules say of a version table, beyond which revisions it names.
 *
 * @param findings what is wrong with its rows
 * @param obstacle why the tool would not start on them; empty where it would
 * @param lock the bare name of the table beside it in which the tool notes that it runs
 */
public record Bookkeeping(List<Finding> findings, Optional<String> obstacle, Optional<String> lock) {
    /** Of a tool whose rows are ids and nothing else. */
    public static final Bookkeeping NONE = new Bookkeeping(List.of(), Optional.empty(), Optional.empty());

    public Bookkeeping {
        findings = List.copyOf(findings);
    }
}

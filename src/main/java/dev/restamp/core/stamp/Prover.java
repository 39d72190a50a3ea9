package dev.restamp.core.stamp;

import dev.restamp.core.evidence.Change;
import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.evidence.Mismatch;
import dev.restamp.core.evidence.Observation;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.stamp.Proof.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves that a live schema is as rows say.
 *
 * <p>Every compared object counts: those of revisions that the rows newly believe, one proof a revision; those believed
 * before, in one proof; those of revisions that the rows leave out, which must not be there.
 */
public final class Prover {
    private final Evidence evidence;
    private final RevisionGraph graph;
    private final Set<String> before;
    private final Set<String> after;
    private final boolean alone;
    private final List<Mismatch> mismatches;

    /**
     * @param before the rows as they are; unknown ones are ignored
     * @param after the rows to prove
     */
    public Prover(Evidence evidence, Collection<String> before, Collection<String> after) {
        this(evidence, Claim.of(evidence.timeline(), before, after));
    }

    public Prover(Evidence evidence, Claim claim) {
        this.evidence = evidence;
        this.graph = evidence.timeline().graph();
        this.before = claim.before();
        this.after = claim.after();
        this.alone = claim.alone();
        this.mismatches = evidence.mismatches(this.after);
    }

    /** What the schema says to it, oldest revision first. */
    public List<Proof> proofs() {
        var proofs = new ArrayList<Proof>();
        believed().forEach(revision -> proofs.add(of(revision)));
        if (alone) {
            forgotten().forEach(revision -> proofs.add(gone(revision)));
            return List.copyOf(proofs);
        }
        notApplied().forEach(proofs::add);
        below().forEach(proofs::add);
        unexpected().forEach(proofs::add);
        return List.copyOf(proofs);
    }

    /** Revisions that will be believed and were not, oldest first. */
    public List<Revision> believed() {
        return graph.oldestFirst().stream()
                .filter(revision -> after.contains(revision.id()) && !before.contains(revision.id()))
                .toList();
    }

    /** Revisions that were believed and will not be, newest first. */
    public List<Revision> forgotten() {
        return graph.newestFirst().stream()
                .filter(revision -> before.contains(revision.id()) && !after.contains(revision.id()))
                .toList();
    }

    private Proof of(Revision revision) {
        var against = against(Set.of(revision.id()));
        var seen = evidence.of(revision);
        if (!against.isEmpty()) {
            return new Proof(claim(seen), Outcome.FAILS, texts(against));
        }
        return switch (seen.status()) {
            case NOT_READABLE ->
                new Proof(
                        revision.id() + " was not understood",
                        Outcome.NOT_READABLE,
                        seen.unread().getFirst().why());
            case NOTHING_TO_SEE ->
                new Proof(revision.id() + traceless(seen), Outcome.NOTHING_TO_PROVE, invisible(seen));
            case PRESENT -> new Proof(claim(seen), Outcome.HOLDS, details(seen));
            // Nothing speaks against it by itself only where its table does, which an earlier revision made.
            case PARTLY, ABSENT -> new Proof(claim(seen), Outcome.FAILS, "the table it belongs to is not as expected");
        };
    }

    private Proof gone(Revision revision) {
        var seen = evidence.of(revision);
        var claim = ChangeSummary.headline(changes(seen)) + " is not there: " + revision.id() + " has not been applied";
        return switch (seen.status()) {
            case ABSENT -> new Proof(claim, Outcome.HOLDS, "");
            case NOTHING_TO_SEE ->
                new Proof(revision.id() + traceless(seen), Outcome.NOTHING_TO_PROVE, invisible(seen));
            case NOT_READABLE ->
                new Proof(
                        revision.id() + " was not understood",
                        Outcome.NOT_READABLE,
                        seen.unread().getFirst().why());
            case PRESENT, PARTLY -> new Proof(claim, Outcome.FAILS, "it is there");
        };
    }

    private static String claim(RevisionEvidence seen) {
        var changed = changes(seen);
        var pronoun = ChangeSummary.isAboutOne(changed) ? " leaves it" : " leaves them";
        return ChangeSummary.headline(changed) + " as " + seen.revision().id() + pronoun;
    }

    private static String details(RevisionEvidence seen) {
        var details = ChangeSummary.details(changes(seen));
        var unread = seen.unread().size();
        return unread == 0
                ? details
                : (details.isEmpty() ? "" : details + "; ") + unread + ChangeSummary.plural(" statement", unread)
                        + " not understood";
    }

    private static List<Change> changes(RevisionEvidence seen) {
        return seen.observations().stream().map(Observation::change).toList();
    }

    private static String traceless(RevisionEvidence seen) {
        if (!seen.isFree()) {
            return " leaves no trace in the schema: nothing to prove";
        }
        return seen.revision().downRevisions().size() > 1
                ? " merges only: nothing to prove"
                : " does nothing: nothing to prove";
    }

    private static String invisible(RevisionEvidence seen) {
        return seen.invisible().isEmpty() ? "" : seen.invisible().getFirst().what();
    }

    /** What comes next must not be there yet. */
    private Stream<Proof> notApplied() {
        return graph.oldestFirst().stream()
                .filter(revision -> !after.contains(revision.id()) && after.containsAll(revision.downRevisions()))
                .map(evidence::of)
                .filter(seen -> seen.status() == Status.ABSENT)
                .map(seen -> new Proof(
                        ChangeSummary.headline(changes(seen)) + " is not there: "
                                + seen.revision().id() + " has not been applied",
                        Outcome.HOLDS,
                        ""));
    }

    private Stream<Proof> below() {
        var kept = new HashSet<>(after);
        kept.retainAll(before);
        if (kept.isEmpty()) {
            return Stream.empty();
        }
        var against = against(kept);
        var text = kept.size() == 1
                ? "the revision below is as its script leaves it"
                : "the " + kept.size() + " revisions below are as their scripts leave them";
        return Stream.of(new Proof(text, against.isEmpty() ? Outcome.HOLDS : Outcome.FAILS, texts(against)));
    }

    private Stream<Proof> unexpected() {
        var against = mismatches.stream()
                .filter(mismatch -> mismatch.revision().isEmpty())
                .toList();
        return against.isEmpty()
                ? Stream.empty()
                : Stream.of(new Proof("what only other revisions touch is untouched", Outcome.FAILS, texts(against)));
    }

    private List<Mismatch> against(Set<String> revisions) {
        return mismatches.stream()
                .filter(mismatch ->
                        mismatch.revision().filter(revisions::contains).isPresent())
                .toList();
    }

    private static String texts(List<Mismatch> mismatches) {
        return String.join(", ", mismatches.stream().map(Mismatch::text).toList());
    }
}

package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The revisions of a project and how they follow one another.
 *
 * <p>Nothing here throws at damage: {@link #problems} tells what is wrong, and what is readable goes on working. Ids are
 * full ids; unknown ones have no relatives. Lists are in load order unless they say otherwise. {@code down_revision}
 * makes parents and children; {@code depends_on} adds to them only where it is said.
 */
public final class RevisionGraph {
    private final List<Revision> declarations;
    private final boolean log;
    private final Links links;
    private final Ancestry lineage;
    private final Ancestry ancestry;
    private final Map<String, SortedSet<String>> labels;
    private final Map<String, List<String>> normalized = new HashMap<>();
    private final List<GraphProblem> problems;
    private final List<Revision> newestFirst;

    private RevisionGraph(List<Revision> declarations, boolean log) {
        this.declarations = List.copyOf(declarations);
        this.log = log;
        links = Links.of(declarations, log);
        var ids = links.revisions().keySet();
        lineage = Ancestry.of(ids, links::parents);
        ancestry = Ancestry.of(ids, id -> union(links.parents(id), links.dependencies(id)));
        labels = log ? BranchLabels.own(links) : BranchLabels.of(links, lineage);
        ids.forEach(id -> normalized.put(id, normalize(id)));
        problems = List.copyOf(findProblems());
        newestFirst = revisionsOf(NewestFirst.sort(ids, maximal(ids), this::normalizedParents, ancestry));
    }

    /**
     * Of revisions in load order (sorted file names): it breaks ties wherever order is not given by the graph. Of two
     * with one id the later one counts.
     */
    public static RevisionGraph of(List<Revision> revisions) {
        return new RevisionGraph(revisions, false);
    }

    /**
     * Of a tool that keeps a row for each migration. Its ids may hold any character, the part before {@code ::} will do for
     * one, and a label is a name for one revision and nothing more.
     *
     * @param revisions oldest first, each revising the one before
     */
    public static RevisionGraph ofLog(List<Revision> revisions) {
        return new RevisionGraph(revisions, true);
    }

    /** Whether the version table has a row for each migration, and one that the project does not know stops nothing. */
    public boolean isLog() {
        return log;
    }

    /** Every revision that was read, duplicates included. */
    public List<Revision> declarations() {
        return declarations;
    }

    /** One for each id. */
    public List<Revision> revisions() {
        return List.copyOf(links.revisions().values());
    }

    public Optional<Revision> get(String id) {
        return Optional.ofNullable(links.revisions().get(id));
    }

    /** What is wrong with the revisions; empty where nothing is. */
    public List<GraphProblem> problems() {
        return problems;
    }

    /** Revisions without a child. Others may depend on them; {@link #realHeads} leaves those out. */
    public List<String> heads() {
        return ids().filter(id -> links.children(id).isEmpty()).toList();
    }

    /** Revisions that nothing builds on. They are the rows of a database where everything ran. */
    public List<String> realHeads() {
        return ids().filter(id -> links.allChildren(id).isEmpty()).toList();
    }

    /** Revisions without a parent. */
    public List<String> bases() {
        return ids().filter(id -> links.parents(id).isEmpty()).toList();
    }

    /** Revisions with neither parent nor dependency. */
    public List<String> realBases() {
        return ids().filter(id ->
                        links.parents(id).isEmpty() && links.dependencies(id).isEmpty())
                .toList();
    }

    /** The parents that exist, as written and in that order. */
    public List<String> parents(String id) {
        return links.parents(id);
    }

    public List<String> children(String id) {
        return links.children(id);
    }

    /** Children and the revisions that depend on it. */
    public List<String> allChildren(String id) {
        return links.allChildren(id);
    }

    /** The labels that hold for it, its own and its branch's, sorted. */
    public SortedSet<String> labels(String id) {
        return new TreeSet<>(labels.getOrDefault(id, new TreeSet<>()));
    }

    /** The ids it depends on, in the order written. */
    public List<String> resolvedDependencies(String id) {
        return links.dependencies(id);
    }

    /** The same without those that an ancestor by down_revision depends on already. */
    public List<String> normalizedDependencies(String id) {
        return normalized.getOrDefault(id, List.of());
    }

    /** What Alembic marks {@code (head)} in its lists: nothing builds on it. */
    public boolean isHead(String id) {
        return links.allChildren(id).isEmpty();
    }

    /** What Alembic marks {@code (effective head)}: it has no child, but something depends on it. */
    public boolean isEffectiveHead(String id) {
        return links.children(id).isEmpty() && !isHead(id);
    }

    public boolean isBranchPoint(String id) {
        return links.children(id).size() > 1;
    }

    /** Whether it names several parents, present or not. */
    public boolean isMergePoint(String id) {
        return get(id).map(revision -> revision.downRevisions().size() > 1).orElse(false);
    }

    /** These and all they build on, dependencies included. */
    public Set<String> ancestors(Collection<String> ids) {
        return ancestry.ancestors(ids);
    }

    /** These and all that builds on them, dependents included. */
    public Set<String> descendants(Collection<String> ids) {
        return ancestry.descendants(ids);
    }

    /** Whether one is the other or is built on by it, dependencies included. */
    public boolean isAncestor(String ancestor, String descendant) {
        return ancestry.isAncestor(ancestor, descendant);
    }

    /** The known ones among these that no other of them implies; without repetition, in load order. */
    public List<String> maximal(Collection<String> ids) {
        return ancestry.maximal(ids);
    }

    /** Every revision in the order {@code alembic history} prints: children before parents. */
    public List<Revision> newestFirst() {
        return newestFirst;
    }

    /** Every revision, parents before children: the order in which an upgrade of an empty database runs them. */
    public List<Revision> oldestFirst() {
        return newestFirst.reversed();
    }

    /** A selection in the order of {@code history -r}; {@code heads} are those from which it was made. */
    List<Revision> newestFirst(Set<String> selection, Collection<String> heads) {
        var tips =
                ids().filter(id -> heads.contains(id) && selection.contains(id)).toList();
        var sorted = NewestFirst.sort(selection, tips, this::normalizedParents, ancestry);
        return sorted.size() == selection.size()
                ? revisionsOf(sorted)
                // The way down leaves the selection and comes back; Alembic fails an assertion here.
                : newestFirst.stream()
                        .filter(revision -> selection.contains(revision.id()))
                        .toList();
    }

    /** What may be typed for a revision, and its id: ids first, then labels. */
    Map<String, String> names() {
        return links.names();
    }

    /** Ancestors and descendants by down_revision alone. */
    Ancestry lineage() {
        return lineage;
    }

    List<Revision> revisionsOf(Collection<String> ids) {
        return ids.stream().flatMap(id -> get(id).stream()).toList();
    }

    List<String> normalizedParents(String id) {
        return union(links.parents(id), normalizedDependencies(id));
    }

    private Stream<String> ids() {
        return links.revisions().keySet().stream();
    }

    private List<String> normalize(String id) {
        var own = new ArrayList<>(links.dependencies(id));
        if (!own.isEmpty()) {
            lineage.ancestors(List.of(id)).stream()
                    .filter(ancestor -> !ancestor.equals(id))
                    .forEach(ancestor -> own.removeAll(links.dependencies(ancestor)));
        }
        return List.copyOf(own);
    }

    private List<GraphProblem> findProblems() {
        var found = new ArrayList<>(links.problems());
        var rings = lineage.rings();
        rings.forEach(ring -> found.add(new GraphProblem.Ring(revisionsOf(ring), false)));
        ancestry.rings().stream()
                .filter(ring -> rings.stream().noneMatch(ring::containsAll))
                .forEach(ring -> found.add(new GraphProblem.Ring(revisionsOf(ring), true)));
        return found;
    }

    private static List<String> union(List<String> first, List<String> second) {
        if (second.isEmpty()) {
            return first;
        }
        var union = new LinkedHashSet<>(first);
        union.addAll(second);
        return List.copyOf(union);
    }
}

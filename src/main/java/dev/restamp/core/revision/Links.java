package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** What the revisions say about one another, as far as it leads somewhere; the rest became problems. */
final class Links {
    private static final String ILLEGAL = "@-+:";

    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> parents = new LinkedHashMap<>();
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();
    private final Map<String, Collection<String>> children = new LinkedHashMap<>();
    private final Map<String, Collection<String>> allChildren = new LinkedHashMap<>();
    private final List<GraphProblem> problems = new ArrayList<>();

    private Links() {}

    /** @param anyId whether ids may hold what means something in the grammar */
    static Links of(List<Revision> declarations, boolean anyId) {
        var links = new Links();
        links.addIds(declarations, anyId);
        links.revisions.values().forEach(links::addLabels);
        links.revisions.values().forEach(links::addParents);
        links.revisions.values().forEach(links::addDependencies);
        links.addChildren();
        return links;
    }

    /** By id, in load order; a duplicate stands where its first declaration stood. */
    Map<String, Revision> revisions() {
        return revisions;
    }

    /** What may be typed for a revision, and its id: ids first, then labels. */
    Map<String, String> names() {
        return names;
    }

    List<String> parents(String id) {
        return parents.getOrDefault(id, List.of());
    }

    /** By full id, without repetition. */
    List<String> dependencies(String id) {
        return dependencies.getOrDefault(id, List.of());
    }

    /** Those that name it as down_revision, in load order. */
    List<String> children(String id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** Those that name it as down_revision or dependency, in load order. */
    List<String> allChildren(String id) {
        return List.copyOf(allChildren.getOrDefault(id, List.of()));
    }

    List<GraphProblem> problems() {
        return problems;
    }

    private void addIds(List<Revision> declarations, boolean anyId) {
        var byId = new LinkedHashMap<String, List<Revision>>();
        declarations.forEach(
                each -> byId.computeIfAbsent(each.id(), _ -> new ArrayList<>()).add(each));
        byId.forEach((id, same) -> {
            revisions.put(id, same.getLast());
            names.put(id, id);
            if (same.size() > 1) {
                problems.add(new GraphProblem.DuplicateId(id, same));
            }
            illegal(anyId ? "" : id)
                    .ifPresent(
                            characters -> problems.add(new GraphProblem.IllegalCharacters(same.getLast(), characters)));
        });
    }

    private static Optional<String> illegal(String id) {
        var found = new TreeSet<String>();
        id.chars().filter(c -> ILLEGAL.indexOf(c) >= 0).forEach(c -> found.add(Character.toString(c)));
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
    }

    private void addLabels(Revision revision) {
        for (var label : revision.branchLabels()) {
            var owner = names.putIfAbsent(label, revision.id());
            if (owner != null) {
                problems.add(new GraphProblem.LabelClash(label, revision, of(owner)));
            }
        }
    }

    private void addParents(Revision revision) {
        var found = new LinkedHashSet<String>();
        for (var parent : revision.downRevisions()) {
            if (parent.equals(revision.id())) {
                problems.add(new GraphProblem.SelfLoop(revision, false));
            } else if (revisions.containsKey(parent)) {
                found.add(parent);
            } else {
                problems.add(new GraphProblem.MissingParent(revision, parent));
            }
        }
        parents.put(revision.id(), List.copyOf(found));
    }

    private void addDependencies(Revision revision) {
        var found = new LinkedHashSet<String>();
        for (var dependency : revision.dependsOn()) {
            var id = names.get(dependency);
            if (id == null) {
                problems.add(new GraphProblem.MissingDependency(revision, dependency));
            } else if (id.equals(revision.id())) {
                problems.add(new GraphProblem.SelfLoop(revision, true));
            } else {
                found.add(id);
            }
        }
        dependencies.put(revision.id(), List.copyOf(found));
    }

    private void addChildren() {
        for (var child : revisions.keySet()) {
            for (var parent : parents(child)) {
                add(children, parent, child);
                add(allChildren, parent, child);
            }
            for (var dependency : dependencies(child)) {
                add(allChildren, dependency, child);
            }
        }
    }

    private static void add(Map<String, Collection<String>> children, String parent, String child) {
        children.computeIfAbsent(parent, _ -> new LinkedHashSet<>()).add(child);
    }

    private Revision of(String id) {
        return Objects.requireNonNull(revisions.get(id));
    }
}

package dev.restamp.tracker.liquibase;

import dev.restamp.core.revision.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;

/** The change sets of a changelog as revisions: one line, each behind the one before. */
final class ChangeSets {
    private final Changelog changelog;
    private final Map<String, String> ids;
    private final Map<String, ChangeSet> selected = new LinkedHashMap<>();
    private final List<ChangeSet> twice = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<ChangeSet, Path> sources = new HashMap<>();
    private final Lines lines = new Lines();

    private ChangeSets(Changelog changelog) {
        this.changelog = changelog;
        this.ids = ChangeSetName.ids(
                changelog.all().stream().map(ChangeSetName::of).toList());
    }

    static ChangeSets of(Changelog changelog) {
        var changeSets = new ChangeSets(changelog);
        var tags = new HashSet<String>();
        changelog.selected().forEach(changeSet -> changeSets.add(changeSet, tags));
        return changeSets;
    }

    List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** Those of which there is one already. */
    List<ChangeSet> twice() {
        return List.copyOf(twice);
    }

    /** The selected one that a revision stands for. */
    Optional<ChangeSet> get(String id) {
        return Optional.ofNullable(selected.get(id));
    }

    /** The revision that a name stands for; the name in full where there is none. */
    String id(ChangeSetName name) {
        return ids.getOrDefault(name.key(), name.full());
    }

    /** Whether it is of the project, but contexts, labels or the like keep it from an update. */
    boolean isLeftOut(ChangeSetName name) {
        var id = ids.get(name.key());
        return id != null && !selected.containsKey(id);
    }

    /** Whether a change set names this tag. */
    boolean hasTag(String tag) {
        return revisions.stream().anyMatch(revision -> revision.branchLabels().contains(tag));
    }

    /** The file that it stands in. */
    Path source(ChangeSet changeSet) {
        return sources.computeIfAbsent(changeSet, this::find);
    }

    /** Where it begins; 0 where that cannot be told. */
    int line(ChangeSet changeSet) {
        return lines.changeSet(source(changeSet), changeSet.getId(), changeSet.getAuthor());
    }

    /** What of the selection an update would do otherwise than one expects. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (!changelog.leftOut().isEmpty()) {
            notes.add("left out by "
                    + changelog.leftOut().entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + counted(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        note(notes, ChangeSet::shouldAlwaysRun, "run at every update (runAlways)");
        note(
                notes,
                changeSet -> !changeSet.isRunInTransaction(),
                "run outside of a transaction and may be there in part");
        note(
                notes,
                changeSet -> Boolean.FALSE.equals(changeSet.getFailOnError()),
                "may fail without stopping an update");
        return notes;
    }

    private void note(List<String> notes, Predicate<ChangeSet> which, String what) {
        var found = selected.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!found.isEmpty()) {
            notes.add(what + ": " + (found.size() > 3 ? counted(found.size()) : String.join(", ", found)));
        }
    }

    private static String counted(int count) {
        return count + (count == 1 ? " change set" : " change sets");
    }

    private void add(ChangeSet changeSet, Set<String> tags) {
        var id = id(ChangeSetName.of(changeSet));
        if (selected.putIfAbsent(id, changeSet) != null) {
            twice.add(changeSet);
            return;
        }
        var before = revisions.isEmpty()
                ? List.<String>of()
                : List.of(revisions.getLast().id());
        var own = tags(changeSet).stream().filter(tags::add).toList();
        revisions.add(new Revision(
                id, before, own, List.of(), doc(changeSet), changelog.settings().shown(source(changeSet))));
    }

    private static List<String> tags(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .filter(TagDatabaseChange.class::isInstance)
                .map(change -> ((TagDatabaseChange) change).getTag())
                .distinct()
                .toList();
    }

    /** Its comment, or what its first change does, or its id. */
    private static String doc(ChangeSet changeSet) {
        var comment = Optional.ofNullable(changeSet.getComments()).orElse("").strip();
        var first = Optional.ofNullable(changeSet.getDescription())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        return comment.isEmpty() ? (first.isEmpty() || first.equals("empty") ? changeSet.getId() : first) : comment;
    }

    private Path find(ChangeSet changeSet) {
        var log = changeSet.getChangeLog();
        var name = log == null ? changeSet.getFilePath() : log.getPhysicalFilePath();
        var wanted = name.replaceFirst("^classpath\\*?:", "").replaceFirst("^/+", "");
        return changelog.settings().roots().stream()
                .map(root -> root.resolve(wanted).normalize())
                .filter(changelog.files().files()::contains)
                .findFirst()
                .orElse(Path.of(wanted));
    }
}

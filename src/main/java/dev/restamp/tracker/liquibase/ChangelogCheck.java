package dev.restamp.tracker.liquibase;

import dev.restamp.tracker.Project.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.change.Change;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.SQLFileChange;
import liquibase.changelog.ChangeSet;

/** What is wrong with change sets that could be read. An update would refuse to start. */
final class ChangelogCheck {
    /** What a checksum looks like in any version, {@code any} included. */
    private static final Pattern CHECKSUM = Pattern.compile("(?i)(?:[1-9]:)?(?:any|all|\\*|[0-9a-f]{30,32})");

    private final Changelog changelog;
    private final ChangeSets changeSets;
    private final List<ScriptProblem> problems = new ArrayList<>();

    private ChangelogCheck(Changelog changelog, ChangeSets changeSets) {
        this.changelog = changelog;
        this.changeSets = changeSets;
    }

    static List<ScriptProblem> problems(Changelog changelog, ChangeSets changeSets) {
        var check = new ChangelogCheck(changelog, changeSets);
        changelog.with(() -> {
            changelog.selected().forEach(check::look);
            return check;
        });
        changeSets.twice().forEach(check::twice);
        return List.copyOf(check.problems);
    }

    private void twice(ChangeSet changeSet) {
        add(
                changeSet,
                "the change set " + ChangeSetName.of(changeSet).brief() + " is there twice; the first one counts");
    }

    private void look(ChangeSet changeSet) {
        changeSet.getValidCheckSums().stream()
                .map(Object::toString)
                .filter(sum -> !CHECKSUM.matcher(sum).matches())
                .forEach(sum ->
                        add(changeSet, "validCheckSum \"%s\" is no checksum".formatted(sum.replaceFirst("^1:", ""))));
        changeSet.getChanges().forEach(change -> look(changeSet, change));
    }

    private void look(ChangeSet changeSet, Change change) {
        if (change instanceof CustomCode) {
            return;
        }
        if (change instanceof SQLFileChange file && isMissing(file::openSqlStream)) {
            add(changeSet, "sqlFile: \"%s\" is not there".formatted(file.getPath()));
        } else if (change instanceof LoadDataChange load && isMissing(load::getCSVReader)) {
            add(changeSet, "%s: \"%s\" is not there".formatted(load.getSerializedObjectName(), load.getFile()));
        } else {
            validate(changeSet, change);
        }
    }

    private void validate(ChangeSet changeSet, Change change) {
        try {
            var errors = change.validate(changelog.database());
            errors.getErrorMessages().stream()
                    .limit(1)
                    .forEach(error -> add(changeSet, change.getSerializedObjectName() + ": " + firstLine(error)));
        } catch (RuntimeException needsMore) {
            // It asks a database; an update will tell.
        }
    }

    private static String firstLine(String error) {
        return error.lines().findFirst().orElse("").replaceFirst(" on postgresql$", "");
    }

    /** Opens and closes it. */
    private static boolean isMissing(LiquibaseLibrary.Work<? extends AutoCloseable> opening) {
        try (var opened = opening.run()) {
            return opened == null;
        } catch (Exception missing) {
            return true;
        }
    }

    private void add(ChangeSet changeSet, String why) {
        var file = changelog.settings().shown(changeSets.source(changeSet));
        problems.add(new ScriptProblem(file, changeSets.line(changeSet), why));
    }
}

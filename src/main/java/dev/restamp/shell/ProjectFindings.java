package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Finding;
import dev.restamp.tracker.Project;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a project, and which exit code findings of any kind lead to. */
public final class ProjectFindings {
    private ProjectFindings() {}

    /** Scripts that could not be read, then references that lead nowhere. */
    public static List<Finding> of(Project project) {
        var findings = new ArrayList<Finding>();
        for (var problem : project.problems()) {
            var where = problem.line() > 0 ? problem.file() + ":" + problem.line() : problem.file();
            findings.add(new Finding.BrokenProject(where + ": " + problem.why()));
        }
        project.graph().problems().forEach(problem -> findings.add(new Finding.BrokenProject(problem.sentence())));
        return findings;
    }

    /** A broken project makes every other answer doubtful, so it comes first; what cannot be told comes last. */
    public static Exit exit(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding.BrokenProject.class::isInstance)) {
            return Exit.PROJECT;
        }
        if (findings.isEmpty()) {
            return Exit.OK;
        }
        return findings.stream().allMatch(ProjectFindings::isInconclusive) ? Exit.INCONCLUSIVE : Exit.FINDING;
    }

    private static boolean isInconclusive(Finding finding) {
        return finding instanceof Finding.SeveralCandidates || finding instanceof Finding.NotReadable;
    }
}

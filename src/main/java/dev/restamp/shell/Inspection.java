package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.log.LogDiagnosis;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.CatalogReader;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.TableName;
import dev.restamp.postgres.VersionReader;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.shell.OpenConnection.Mark;
import dev.restamp.tracker.Project;
import java.util.ArrayList;
import java.util.List;

/** The version table and the schema of one database in one snapshot, held against the project. */
public record Inspection(
        OpenConnection connection, Project project, VersionTableInfo table, Schema live, Diagnosis diagnosis) {

    /** Reads and decides, all in the one snapshot; under the lock of a write too. */
    public static Inspection read(Reading reading, OpenConnection connection, Project project, Timeline timeline) {
        var form = connection.tableChoice().table(project);
        var table = VersionReader.read(reading, form);
        var live = CatalogReader.read(reading);
        var diagnosis = project.log()
                .map(log -> LogDiagnosis.of(log, form, timeline, table.rows(), tables(table), live))
                .orElseGet(() -> Diagnosis.of(timeline, table.rows(), tables(table), live));
        return new Inspection(connection, project, table.saying(diagnosis.version()), live, diagnosis);
    }

    /** Where the rows are, and what the table looks like. */
    public VersionTable versionTable() {
        return connection.tableChoice().table(project);
    }

    /** Reads the version table alone. */
    public static VersionTableInfo readRows(Reading reading, OpenConnection connection, Project project) {
        var form = connection.tableChoice().table(project);
        var table = VersionReader.read(reading, form);
        return form.form().isLog()
                ? table.saying(LogDiagnosis.said(form.form(), project.graph(), table.rows()))
                : table;
    }

    /** The same schema, if the table held these rows, and the revisions were in this order. */
    public Diagnosis withRows(Timeline order, List<String> rows) {
        return Diagnosis.of(order, VersionRows.read(table.rows().table(), rows), tables(table), live);
    }

    /** The revisions in the order that counts for this database. */
    public RevisionGraph graph() {
        return diagnosis.timeline().graph();
    }

    /** What an upgrade to that revision would do. */
    public Upgrade upgradeTo(String target) {
        return diagnosis.upgrade() instanceof Upgrade.DoesNotStart obstacle && graph().isLog()
                ? obstacle
                : Upgrade.to(target, diagnosis.timeline(), table.rows(), live);
    }

    /** Whether rows and schema agree, however far they are from head. */
    public Mark mark() {
        return diagnosis.findings().stream().allMatch(Inspection::isNoDrift) ? Mark.AGREES : Mark.DRIFT;
    }

    /** What is wrong: with the project, with the rows, with the schema. */
    public List<Finding> findings() {
        var all = new ArrayList<>(ProjectFindings.of(project));
        all.addAll(diagnosis.findings());
        return all;
    }

    /** What was read otherwise than the user may expect, a sentence each. */
    public List<String> notes() {
        var all = new ArrayList<>(project.notes());
        all.addAll(connection.tableChoice().doubts(project));
        return all;
    }

    /** The exit code that says so. */
    public Exit exit() {
        return ProjectFindings.exit(findings());
    }

    private static boolean isNoDrift(Finding finding) {
        return finding.severity() == Finding.Severity.WARNING;
    }

    /** The version tables of that name, the one in use first. */
    public static List<String> tables(VersionTableInfo table) {
        var names = new ArrayList<String>();
        names.add(table.table().sql());
        table.others().stream().map(TableName::sql).forEach(names::add);
        return names;
    }
}

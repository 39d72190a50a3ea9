package dev.restamp.shell.report;

import dev.restamp.shell.Words;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that have to do with it: the project, the revisions of the change, receipts, snapshots. */
final class FilesSection {
    private FilesSection() {}

    static List<Block> of(Incident incident) {
        var files = files(incident);
        return List.of(
                Wording.title("Related files"),
                files.isEmpty()
                        ? Wording.sentence("No file was named in this session.")
                        : new Block.Bullets(files.entrySet().stream()
                                .map(file -> Text.of(file.getKey()).and(": " + file.getValue()))
                                .toList()));
    }

    /** What each is, by its name. */
    static Map<String, String> files(Incident incident) {
        var files = new LinkedHashMap<String, String>();
        incident.project().ifPresent(project -> {
            files.put(
                    name(project.configuration(), incident.folder()),
                    "the project's configuration, scripts in " + project.location());
            revisions(incident)
                    .forEach(id -> project.graph()
                            .get(id)
                            .ifPresent(revision -> files.put(
                                    revision.source(),
                                    project.words().revision() + " " + incident.marked(List.of(revision.id())))));
        });
        incident.subjects().stream()
                .flatMap(Subject::written)
                .forEach(change -> files.put(
                        name(incident.receipts().resolve(change.receipt() + ".json"), incident.folder()),
                        "receipt of the " + change.said().command()));
        incident.answers("snapshot").forEach(said -> {
            var snapshot = said.members().object("snapshot");
            if (snapshot.has("file")) {
                files.put(name(Path.of(snapshot.text("file")), incident.folder()), "snapshot " + snapshot.text("name"));
            }
        });
        incident.answers("explain").forEach(said -> operand(said, files, "the error that was explained"));
        incident.answers("run").forEach(said -> operand(said, files, "the script that was run"));
        return files;
    }

    private static void operand(Said said, Map<String, String> files, String what) {
        Words.split(said.line()).stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .ifPresent(file -> files.put(file, what));
    }

    /** Those of the rows, of the change, and the one that an upgrade would stop in. */
    private static Set<String> revisions(Incident incident) {
        var ids = new LinkedHashSet<String>();
        for (var subject : incident.subjects()) {
            subject.before().ifPresent(look -> {
                ids.addAll(look.row());
                ids.add(look.upgrade().text("revision"));
            });
            subject.changes().forEach(change -> {
                ids.addAll(change.before());
                ids.addAll(change.after());
                ids.addAll(change.said().members().texts("believed"));
            });
        }
        return ids;
    }

    private static String name(Path file, Path folder) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }
}

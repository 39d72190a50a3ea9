package dev.restamp.shell;

import dev.restamp.core.revision.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes an Alembic project that Alembic itself can run: each revision in a file, the files in the order of the list. */
final class DrawnProject {
    private DrawnProject() {}

    /**
     * @param configure more arguments of {@code context.configure} in {@code env.py}, each behind a comma
     * @param upgrade the body of a revision's {@code upgrade}, one statement
     */
    static Path write(Path folder, List<Revision> revisions, String configure, Function<Revision, String> upgrade) {
        file(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
        file(folder.resolve("migrations/env.py"), """
                import os

                import sqlalchemy
                from alembic import context

                engine = sqlalchemy.create_engine(os.environ["DATABASE_URL"])
                with engine.connect() as connection:
                    context.configure(connection=connection%s)
                    with context.begin_transaction():
                        context.run_migrations()
                """.formatted(configure));
        for (var i = 0; i < revisions.size(); i++) {
            var revision = revisions.get(i);
            var name = "%04d_%s.py".formatted(i, revision.id());
            file(folder.resolve("migrations/versions").resolve(name), script(revision, upgrade.apply(revision)));
        }
        return folder;
    }

    /** A chain of revisions, the oldest first: of each its id and the body of its function. */
    static Path chain(Path folder, List<Map.Entry<String, String>> upgrades) {
        var revisions = new ArrayList<Revision>();
        for (var upgrade : upgrades) {
            var below = revisions.isEmpty()
                    ? new String[0]
                    : new String[] {revisions.getLast().id()};
            revisions.add(Revision.of(upgrade.getKey(), below));
        }
        var bodies = upgrades.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return write(folder, revisions, "", revision -> bodies.getOrDefault(revision.id(), "pass"));
    }

    private static String script(Revision revision, String upgrade) {
        return """
                \"""%s\"""
                from alembic import op
                import sqlalchemy as sa

                revision = '%s'
                down_revision = %s
                branch_labels = %s
                depends_on = %s


                def upgrade():
                    %s


                def downgrade():
                    pass
                """.formatted(
                        revision.longDoc(),
                        revision.id(),
                        python(revision.downRevisions()),
                        python(revision.branchLabels()),
                        python(revision.dependsOn()),
                        upgrade);
    }

    private static String python(List<String> names) {
        return names.isEmpty()
                ? "None"
                : names.stream().map(name -> "'" + name + "',").collect(Collectors.joining(" ", "(", ")"));
    }

    private static void file(Path path, String text) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

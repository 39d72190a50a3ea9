package dev.restamp.shell.recording;

import dev.restamp.core.catalog.Difference;
import java.nio.file.Path;
import java.util.List;

/**
 * What was recorded, and whether it is what was there.
 *
 * @param database what it is called in practice
 * @param tables how many
 * @param statements of {@code schema.sql}
 * @param rows of the version table
 * @param scripts how many were copied
 * @param modules of the application that were copied too, because scripts take things from them
 * @param leftOut what is not in it and why, a sentence each
 * @param cleaned what secrets were taken out of
 * @param differences between what a private server made of it and the database itself, secrets apart
 * @param verdict the finding codes of {@code status} on the database itself
 * @param recordedVerdict the same in practice
 */
public record Recording(
        Path folder,
        String database,
        int tables,
        int statements,
        int rows,
        int scripts,
        List<String> modules,
        List<String> leftOut,
        List<String> cleaned,
        List<Difference> differences,
        List<String> verdict,
        List<String> recordedVerdict) {
    public Recording {
        modules = List.copyOf(modules);
        leftOut = List.copyOf(leftOut);
        cleaned = List.copyOf(cleaned);
        differences = List.copyOf(differences);
        verdict = List.copyOf(verdict);
        recordedVerdict = List.copyOf(recordedVerdict);
    }

    /** Whether one can practise on it what happened. */
    public boolean isTheSame() {
        return differences.isEmpty() && verdict.equals(recordedVerdict);
    }
}

package dev.restamp.shell;

import dev.restamp.core.stamp.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The receipts of past writes, a JSON file each, for the user alone. */
public final class ReceiptStore {
    private final Supplier<Path> folder;

    /** @param folder asked each time: a practice keeps its own */
    public ReceiptStore(Supplier<Path> folder) {
        this.folder = folder;
    }

    ReceiptStore(Path folder) {
        this(() -> folder);
    }

    /** Keeps it, and says where. */
    public Path keep(Receipt receipt) {
        try {
            var file = StateFolder.secret(folder.get().resolve(receipt.id() + ".json"));
            return Files.writeString(file, ReceiptJson.text(receipt));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All, the newest first. */
    public List<Receipt> all() {
        if (!Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (var files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(ReceiptStore::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Receipt::at).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One that cannot be read, or lacks a member, is left out: a half-written file must not hide the others. */
    private static Optional<Receipt> read(Path file) {
        try {
            return Optional.of(ReceiptJson.parse(Files.readString(file)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}

package dev.restamp.shell.snapshot;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What two schemas have in common exactly if PostgreSQL writes both the same; owners, rights and positions do not count. */
final class SchemaSum {
    private SchemaSum() {}

    /** SHA-256 of all objects, in hexadecimal. */
    static String of(CatalogSnapshot snapshot) {
        return of(snapshot.objects().stream());
    }

    /** The same of some of them, whatever their order. */
    static String of(Stream<CatalogObject> objects) {
        return ofLines(objects.filter(object -> object.kind() != CatalogKind.DEFAULT_PRIVILEGES)
                .map(CatalogObject::line)
                .sorted()
                .toList());
    }

    /** SHA-256 of some lines. */
    static String ofLines(List<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}

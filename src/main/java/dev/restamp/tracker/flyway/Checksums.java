package dev.restamp.tracker.flyway;

import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;

/** The checksum of a script, by the library's own code: what it does with ends of lines and byte order marks counts. */
final class Checksums {
    private Checksums() {}

    static int of(String text) {
        return ChecksumCalculator.calculate(new StringResource(text));
    }
}

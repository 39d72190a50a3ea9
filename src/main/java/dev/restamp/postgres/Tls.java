package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.util.Optional;

/**
 * How much of TLS a connection got.
 *
 * @param version {@code TLSv1.3}; empty without TLS, and where something between ends it so that the server cannot know
 */
public record Tls(Certificate certificate, Optional<String> version) {
    /** What became of the server's certificate. */
    public enum Certificate {
        /** There is no TLS. */
        NONE("none"),
        UNVERIFIED("unverified"),
        /** Signed by somebody who is trusted; nobody looked whether it is this host's. */
        HOST_UNVERIFIED("host-unverified"),
        VERIFIED("verified");

        private final String word;

        Certificate(String word) {
            this.word = word;
        }

        /** For programs: {@code unverified}. */
        public String word() {
            return word;
        }
    }

    /** @param mode one that was tried alone: {@code prefer} and {@code allow} are never asked of the driver */
    static Tls of(TlsMode mode, Optional<String> version) {
        return switch (mode) {
            case DISABLE -> new Tls(Certificate.NONE, Optional.empty());
            case ALLOW, PREFER, REQUIRE -> new Tls(Certificate.UNVERIFIED, version);
            case VERIFY_CA -> new Tls(Certificate.HOST_UNVERIFIED, version);
            case VERIFY_FULL -> new Tls(Certificate.VERIFIED, version);
        };
    }

    /** For people: {@code TLS 1.3 (certificate verified)}. */
    @Override
    public String toString() {
        var name = version.map(text -> text.replace("TLSv", "TLS ")).orElse("TLS");
        return switch (certificate) {
            case NONE -> "no TLS";
            case UNVERIFIED -> name + " (certificate NOT verified: add --ssl-root)";
            case HOST_UNVERIFIED -> name + " (certificate verified, host name NOT: sslmode=verify-full)";
            case VERIFIED -> name + " (certificate verified)";
        };
    }
}

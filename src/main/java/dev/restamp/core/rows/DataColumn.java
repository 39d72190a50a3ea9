package dev.restamp.core.rows;

/**
 * A column as far as its values matter.
 *
 * @param type as the server writes it: {@code numeric(10,2)}
 * @param base the name of the type in {@code pg_catalog}, of a domain that of what it is made from; empty for one that is
 *     elsewhere
 * @param generated whether it follows from the others
 * @param place in the key, from 1 on; 0 where it is in none
 * @param extension that the type comes from; empty for one of the server's own or of the user's
 */
public record DataColumn(
        String name, String type, String base, boolean nullable, boolean generated, int place, String extension) {
    HashRule rule() {
        return HashRule.of(base);
    }

    /** Whether it may point to a large object, which is not in the table. */
    boolean mayBeLargeObject() {
        return base.equals("oid") || extension.equals("lo");
    }
}

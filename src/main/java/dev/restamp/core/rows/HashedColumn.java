package dev.restamp.core.rows;

/** A column in the hash of its row. */
public record HashedColumn(String name, HashRule rule, boolean nullable) {}

package dev.restamp.shell.verify;

import dev.restamp.core.rows.RowRange;
import java.util.Optional;

/**
 * What is asked for of a table; where it is nothing else, that the table is there.
 *
 * @param content what its rows must sum up to, as it was written
 * @param line of its name in the file, from 1
 */
public record ExpectedTable(Optional<RowRange> rows, Optional<String> content, int line) {}

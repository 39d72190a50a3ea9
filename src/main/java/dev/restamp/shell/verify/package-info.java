/**
 * What a database is held against: a manifest written by hand, and checks in SQL. {@link
 * dev.restamp.shell.verify.ExpectationFile} and {@link dev.restamp.shell.verify.ChecksFile} read them and name every
 * mistake at once.
 */
@NullMarked
package dev.restamp.shell.verify;

import org.jspecify.annotations.NullMarked;

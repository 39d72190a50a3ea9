/** Profiles: connections that have a name, kept in {@code config.toml}. */
@NullMarked
package dev.restamp.shell.profile;

import org.jspecify.annotations.NullMarked;

/** Migration tools: their project files and their version tables. */
@NullMarked
package dev.restamp.tracker;

import org.jspecify.annotations.NullMarked;

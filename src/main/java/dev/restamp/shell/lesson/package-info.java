/** Plays lessons: the learner's world, what is checked in it, and how far the learner has come. */
@NullMarked
package dev.restamp.shell.lesson;

import org.jspecify.annotations.NullMarked;

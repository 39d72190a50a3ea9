/** An embedded PostgreSQL to practise on, and the scenarios that break it. */
@NullMarked
package dev.restamp.practice;

import org.jspecify.annotations.NullMarked;

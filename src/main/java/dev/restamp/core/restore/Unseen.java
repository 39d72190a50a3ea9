package dev.restamp.core.restore;

/** Something that was not looked at, and why. */
public record Unseen(LeftoverKind kind, String object, String why) {}

package dev.restamp.shell.render;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Graphs as no project should have them: several heads and bases, merges of many, parents that are not shown. */
final class RandomGraph {
    private RandomGraph() {}

    /** Newest first, as every command gives them. */
    static List<Node> nodes(long seed, int size) {
        var random = new Random(seed);
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < size; i++) {
            nodes.add(node(random, i, size));
        }
        return nodes;
    }

    static Report report(List<Node> nodes) {
        var heads = List.of(Head.left("revision"), Head.right("rows"), Head.left("shows"));
        return Report.builder().block(new Graph(heads, 1, nodes)).build(Exit.OK);
    }

    private static Node node(Random random, int i, int size) {
        var id = "r%03d".formatted(i);
        var message = words(random, random.nextInt(20));
        var labels = random.nextInt(12) == 0 ? List.of("label" + i) : List.<String>of();
        return new Node(
                id,
                parents(random, i, size),
                marks(random),
                new Caption(id, labels, message, random.nextInt(4) == 0 ? "" : "2025-08-04"),
                List.of(Text.of(id), Text.of(words(random, 1)), Text.of(words(random, random.nextInt(25)), Style.BAD)));
    }

    /** Mostly the next one; now and then some further below, and some below the end. */
    private static List<String> parents(Random random, int i, int size) {
        if (random.nextInt(20) == 0) {
            return List.of();
        }
        var below = IntStream.range(i + 1, Math.min(size, i + 30) + (random.nextInt(10) == 0 ? 3 : 0))
                .mapToObj("r%03d"::formatted)
                .collect(Collectors.toCollection(ArrayList::new));
        var next = below.stream().limit(1).toList();
        Collections.shuffle(below, random);
        return random.nextInt(3) > 0
                ? next
                : below.stream().limit(1 + random.nextInt(5)).toList();
    }

    private static EnumSet<Mark> marks(Random random) {
        return EnumSet.allOf(Mark.class).stream()
                .filter(_ -> random.nextInt(8) == 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mark.class)));
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "index".repeat(1 + random.nextInt(2)).substring(random.nextInt(5)))
                .collect(Collectors.joining(" "));
    }
}

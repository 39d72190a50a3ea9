package dev.restamp.shell.render;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What {@code history} says of the practice project: id, parents, date, message, and what it is. */
final class PracticeHistory {
    private static final List<String> LINES = List.of(
            "ec31ab63431d  g3h4i5j6k7l8,j7k8l9m0n1o2  2025-11-10  merge multiple heads  HEAD,MERGE,SCHEMA",
            "g3h4i5j6k7l8  f2g3h4i5j6k7  2025-10-29  symbol universe with daily metrics",
            "f2g3h4i5j6k7  e5f6g7h8i9j0  2025-10-20  realized profit and loss, equity changes",
            "j7k8l9m0n1o2  i6j7k8l9m0n1  2025-11-06  priority performance indexes, position volatility",
            "i6j7k8l9m0n1  h5i6j7k8l9m0  2025-10-31  feedback on insights, soft delete of conversations  ROW",
            "h5i6j7k8l9m0  e5f6g7h8i9j0  2025-10-22  AI insights",
            "e5f6g7h8i9j0  9b0768a49ad8  2025-10-06  fundamentals, target prices, the open positions view  BRANCH",
            "9b0768a49ad8  d4e5f6g7h8i9  2025-09-24  company profiles, analyst ratings and earnings",
            "d4e5f6g7h8i9  c3d4e5f6g7h8  2025-09-11  investment class of positions, tag colours",
            "c3d4e5f6g7h8  b2c3d4e5f6g7  2025-09-02  AI chat: conversations and messages",
            "b2c3d4e5f6g7  a1b2c3d4e5f6  2025-08-26  position correlations and clusters",
            "a1b2c3d4e5f6  7818709e948d  2025-08-19  stress testing",
            "7818709e948d  4e8a2d06c5b7  2025-08-12  batch jobs, interest rate and market betas",
            "4e8a2d06c5b7  19c513d3bf90  2025-08-07  factor definitions and exposures",
            "19c513d3bf90  0f3c8b1a72d4  2025-08-05  position greeks, sectors and the backfill log",
            "0f3c8b1a72d4  -  2025-08-04  initial schema: users, portfolios, positions, tags");

    private PracticeHistory() {}

    static Report report() {
        var heads = List.of(Head.left(""), Head.left(""), Head.left(""));
        var nodes = LINES.stream().map(PracticeHistory::node).toList();
        return Report.builder()
                .block(new Graph(heads, heads.size(), nodes))
                .listed(
                        "revisions",
                        nodes.stream()
                                .map(node -> Json.object("revision", node.id(), "down_revisions", node.parents()))
                                .toList())
                .build(Exit.OK);
    }

    private static Node node(String line) {
        var words = new ArrayList<>(List.of(line.split("  ", -1)));
        var parents = words.get(1).equals("-")
                ? List.<String>of()
                : List.of(words.get(1).split(",", -1));
        var marks = words.size() > 4 ? marks(words.get(4)) : Set.<Mark>of();
        var said = marks.isEmpty()
                ? ""
                : " (" + String.join(") (", marks.stream().map(Mark::word).toList()) + ")";
        return new Node(
                words.getFirst(),
                parents,
                marks,
                new Caption(words.getFirst(), List.of(), words.get(3), words.get(2)),
                List.of(
                        Text.of(words.getFirst(), Style.STRONG).and(said),
                        Text.of(words.get(3)),
                        Text.of(words.get(2), Style.FAINT)));
    }

    private static Set<Mark> marks(String names) {
        var marks = EnumSet.noneOf(Mark.class);
        for (var name : names.split(",", -1)) {
            marks.add(Mark.valueOf(name));
        }
        return marks;
    }
}

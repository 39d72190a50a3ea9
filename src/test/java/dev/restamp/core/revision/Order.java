package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** The law of every listing, whatever breaks ties. */
final class Order {
    private Order() {}

    static void checkNewestFirst(SoftAssertions softly, RevisionGraph graph, List<String> ids) {
        var wrong = new ArrayList<String>();
        for (var older = 0; older < ids.size(); older++) {
            for (var newer : ids.subList(older + 1, ids.size())) {
                if (graph.isAncestor(ids.get(older), newer) && !graph.isAncestor(newer, ids.get(older))) {
                    wrong.add(ids.get(older) + " before " + newer);
                }
            }
        }
        softly.assertThat(wrong).isEmpty();
    }

    static void checkOldestFirst(SoftAssertions softly, RevisionGraph graph, List<String> ids) {
        checkNewestFirst(softly, graph, ids.reversed());
    }
}

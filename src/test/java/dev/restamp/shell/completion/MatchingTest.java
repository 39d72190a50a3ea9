package dev.restamp.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.junit.jupiter.api.Test;

/** Proposals in these tests, the likeliest first: two revisions with their messages, and the word head. */
class MatchingTest {
    private static final List<Proposal> REVISIONS = List.of(
            new Proposal("6f708192a3b4", "merge invoices and audit_log", "merge invoices and audit_log"),
            new Proposal("3c4d5e6f7081", "Add orders.status", "Add orders.status"),
            new Proposal("3c9900aa12bb", "index orders", "index orders"),
            Proposal.of("head"));

    @Test
    void nothing_typed_keeps_everything_in_its_order() {
        assertThat(keep("")).containsExactly("6f708192a3b4", "3c4d5e6f7081", "3c9900aa12bb", "head");
    }

    @Test
    void what_begins_so_comes_alone_and_in_its_order() {
        assertThat(keep("3c")).containsExactly("3c4d5e6f7081", "3c9900aa12bb");
        assertThat(keep("3c4")).containsExactly("3c4d5e6f7081");
        assertThat(keep("HE")).containsExactly("head");
    }

    @Test
    void else_a_word_of_the_message_that_begins_so() {
        assertThat(keep("ord")).containsExactly("3c4d5e6f7081", "3c9900aa12bb");
        assertThat(keep("add")).containsExactly("3c4d5e6f7081");
        assertThat(keep("rders")).as("not from its middle").isEmpty();
    }

    @Test
    void else_the_letters_in_order() {
        assertThat(keep("hd")).containsExactly("head");
        assertThat(keep("612")).containsExactly("6f708192a3b4");
        assertThat(keep("dh")).isEmpty();
    }

    @Test
    void what_all_candidates_begin_with_is_typed_for_the_user() {
        assertThat(compiled("3", "3c4d5e6f7081", "3c9900aa12bb").getCommonPrefix())
                .isEqualTo("3c");
        assertThat(compiled("3c4", "3c4d5e6f7081").getCommonPrefix()).isEqualTo("3c4d5e6f7081");
    }

    @Test
    void what_was_typed_stays_where_it_is_a_word_of_the_message() {
        assertThat(compiled("ord", "3c4d5e6f7081", "3c9900aa12bb").getCommonPrefix())
                .isEqualTo("ord");
    }

    @Test
    void a_candidate_typed_in_full_is_known_as_such() {
        assertThat(compiled("head", "head", "heads").exactMatch())
                .extracting(Candidate::value)
                .isEqualTo("head");
        assertThat(compiled("hea", "head", "heads").exactMatch()).isNull();
    }

    private static Matching compiled(String typed, String... candidates) {
        var line = (CompletingParsedLine) new DefaultParser().parse(typed, typed.length(), ParseContext.COMPLETE);
        var matching = new Matching();
        matching.compile(Map.of(), false, line, false, 0, null);
        assertThat(matching.matches(
                        List.of(candidates).stream().map(Candidate::new).toList()))
                .as("the completer has chosen already")
                .hasSize(candidates.length);
        return matching;
    }

    private static List<String> keep(String typed) {
        return Matching.keep(REVISIONS, typed).stream().map(Proposal::value).toList();
    }
}

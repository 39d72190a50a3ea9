package dev.restamp.core.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.StampStep.Delete;
import dev.restamp.core.revision.StampStep.Insert;
import dev.restamp.core.revision.StampStep.Row;
import dev.restamp.core.revision.StampStep.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StampStepTest {
    @Test
    void what_is_added_is_taken_away_again_and_the_other_way_round() {
        assertThat(new Insert("a").reversed()).isEqualTo(new Delete("a"));
        assertThat(new Delete("a").reversed()).isEqualTo(new Insert("a"));
        assertThat(new Update("a", "b").reversed()).isEqualTo(new Update("b", "a"));
    }

    @Test
    void a_row_of_a_log_is_as_it_was() {
        var row = new TableRow(new LinkedHashMap<>(Map.of("id", "7")));
        var added = new RowChange(List.of("id"), Optional.empty(), Optional.of(row));
        assertThat(new Row(added).reversed())
                .isEqualTo(new Row(new RowChange(List.of("id"), Optional.of(row), Optional.empty())));
    }
}

package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.command.Group;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static final Usage SQL = Usage.of("sql", Group.LOOK, "Ask the database")
            .operands("STATEMENT", Operand.TEXT, 1, 1)
            .option("--limit", "N", Operand.TEXT, "rows at most")
            .raw()
            .build();

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    stamp 'a b' --json => stamp|a b|--json
                    sql select 'a  b' from "T" => sql|--|select 'a  b' from "T"
                    sql --limit 5 select 1 -- why => sql|--limit|5|--|select 1 -- why
                    sql --limit=5 -o csv select 1 => sql|--limit=5|-o|csv|--|select 1
                    sql select 1 --json => sql|--json|--|select 1
                    sql -- only a comment => sql|--|-- only a comment
                    sql -1 => sql|--|-1
                    sql => sql
                    @stage sql select '1' => @stage|sql|--|select '1'
                    @stage current => @stage|current
                    """)
    void a_statement_keeps_its_quotes_and_everything_else_is_words(String line, String words) {
        var command = new CommandLine(
                name -> Optional.of(SQL).filter(usage -> usage.name().equals(name)));
        assertThat(command.words(line)).containsExactly(words.split("\\|"));
    }
}

package dev.restamp.core.schema.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An expression without what PostgreSQL adds and drops: parentheses, casts, the tables of columns, spellings. */
sealed interface Tree {
    /** @param type what the string is cast to first, as {@link TypeName} gives it */
    record Text(String value, Optional<String> type) implements Tree {}

    record Numeral(BigDecimal value) implements Tree {}

    record Truth(boolean value) implements Tree {}

    record Null() implements Tree {}

    /** @param token where the name stands */
    record Column(String name, Token token) implements Tree {}

    /** An operator, a function as {@code name()}, {@code and}, {@code or}, {@code array}, {@code case}, {@code in}. */
    record Apply(String symbol, List<Tree> operands) implements Tree {
        public Apply {
            operands = List.copyOf(operands);
        }

        boolean isJunction() {
            return symbol.equals("and") || symbol.equals("or");
        }
    }

    static Apply apply(String symbol, Tree... operands) {
        return new Apply(symbol, List.of(operands));
    }

    default boolean isLiteral() {
        return switch (this) {
            case Text _, Numeral _, Truth _, Null _ -> true;
            case Column _, Apply _ -> false;
        };
    }

    /** This and all below. */
    default Stream<Tree> all() {
        return switch (this) {
            case Text _, Numeral _, Truth _, Null _, Column _ -> Stream.of(this);
            case Apply(var _, var operands) ->
                Stream.concat(Stream.of(this), operands.stream().flatMap(Tree::all));
        };
    }
}

package dev.restamp.tracker.alembic;

import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.EmptyWorld;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import java.util.Optional;

/** What {@code env.py} has from Alembic, as far as the configuration file tells: its keys. */
final class EnvWorld extends EmptyWorld {
    private static final String CONFIG = "alembic.context.config";

    private final HeadWorld head = new HeadWorld();
    private final Settings settings;

    EnvWorld(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Value attribute(Value target, String name, Place at) {
        return head.attribute(target, name, at);
    }

    @Override
    public Value call(Value function, Arguments arguments, Place at, boolean alone) {
        return function instanceof Value.Symbol(var path) && path.equals(CONFIG + ".get_main_option")
                ? option(arguments).orElse(new Value.Unknown(at))
                : super.call(function, arguments, at, alone);
    }

    private Optional<Value> option(Arguments arguments) {
        var key = arguments.get(0, "name");
        var otherwise = arguments.get(1, "default").orElse(Constants.NONE);
        return key.flatMap(name -> name instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty())
                .flatMap(this::value)
                .or(() -> Optional.of(otherwise));
    }

    private Optional<Value> value(String key) {
        try {
            return settings.text(key).map(Value.Text::new);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

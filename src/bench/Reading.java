import dev.restamp.tracker.Trackers;
import java.nio.file.Path;

/** Reads a project again and again in one JVM: what the heads cost, and what the effects. Called by reading.sh. */
class Reading {
    public static void main(String[] folder) {
        for (var round = 1; round <= 6; round++) {
            var start = System.nanoTime();
            var project = Trackers.ALL.getFirst().open(Path.of(folder[0]));
            var heads = System.nanoTime();
            var effects = project.effects("public");
            var end = System.nanoTime();
            System.out.printf(
                    "in one JVM, round %d   heads %5d ms   effects of %d %5d ms%n",
                    round, (heads - start) / 1_000_000, effects.size(), (end - heads) / 1_000_000);
        }
    }
}

package dev.restamp.tracker.alembic.worlds;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A project of 5 to 25 revisions that run in every order the DAG allows, and always end the same. */
record GeneratedWorld(List<Draft> drafts) {
    static GeneratedWorld draw(Random random) {
        var drawing = new Drawing(random);
        for (var left = 5 + random.nextInt(21); left > 0; left--) {
            drawing.add();
        }
        return new GeneratedWorld(List.copyOf(drawing.drafts));
    }

    /** Draws one revision after the other. */
    private static final class Drawing {
        private final Random random;
        private final List<Draft> drafts = new ArrayList<>();
        private final Map<String, Set<String>> ancestors = new HashMap<>();
        private final Made made = new Made();
        private final Scene.Names names = new Scene.Names();

        Drawing(Random random) {
            this.random = random;
        }

        void add() {
            var id = "%06x%06x".formatted(random.nextInt(1 << 24), random.nextInt(1 << 24));
            var parents = parents();
            var below = below(parents);
            var dependsOn = dependency(below);
            below.addAll(below(dependsOn.stream().map(this::idOf).toList()));
            below.add(id);
            ancestors.put(id, below);
            var labels = random.nextInt(9) == 0 ? List.of(names.fresh("branch")) : List.<String>of();
            drafts.add(new Draft(id, parents, dependsOn, labels, steps(id, parents.size() > 1)));
        }

        private List<Step> steps(String id, boolean isMerge) {
            var scene = new Scene(random, made, id, ancestors.get(id), names);
            var wanted = isMerge && random.nextInt(3) > 0 ? 0 : random.nextInt(13) == 0 ? 0 : 1 + random.nextInt(3);
            var steps = new ArrayList<Step>();
            for (var tries = 0; steps.size() < wanted && tries < 20; tries++) {
                Templates.draw(scene).ifPresent(steps::add);
            }
            return steps;
        }

        private List<String> parents() {
            var parents =
                    drafts.stream().flatMap(draft -> draft.parents().stream()).collect(Collectors.toSet());
            var heads = drafts.stream()
                    .map(Draft::id)
                    .filter(id -> !parents.contains(id))
                    .toList();
            if (heads.isEmpty() || random.nextInt(14) == 0) {
                return List.of();
            }
            if (heads.size() > 1 && random.nextInt(3) == 0) {
                var first = random.nextInt(heads.size() - 1);
                return heads.subList(first, Math.min(heads.size(), first + 2 + random.nextInt(2)));
            }
            return random.nextInt(4) == 0
                    ? List.of(drafts.get(random.nextInt(drafts.size())).id())
                    : List.of(heads.get(random.nextInt(heads.size())));
        }

        private List<String> dependency(Set<String> below) {
            var others =
                    drafts.stream().filter(draft -> !below.contains(draft.id())).toList();
            if (others.isEmpty() || random.nextInt(8) > 0) {
                return List.of();
            }
            var other = others.get(random.nextInt(others.size()));
            return other.labels().isEmpty() || random.nextBoolean() ? List.of(other.id()) : other.labels();
        }

        private String idOf(String name) {
            return drafts.stream()
                    .filter(draft -> draft.id().equals(name) || draft.labels().contains(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private Set<String> below(List<String> revisions) {
            var all = new HashSet<String>();
            revisions.forEach(id -> all.addAll(ancestors.getOrDefault(id, Set.of())));
            return all;
        }
    }

    Draft draft(String id) {
        return drafts.stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void write(Path folder) {
        try {
            var versions = Files.createDirectories(folder.resolve("migrations/versions"));
            Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
            Files.writeString(folder.resolve("migrations/env.py"), """
                    import os
                    from alembic import context
                    from sqlalchemy import create_engine

                    with create_engine(os.environ['DATABASE_URL']).connect() as connection:
                        context.configure(connection=connection)
                        with context.begin_transaction():
                            context.run_migrations()
                    """);
            for (var draft : drafts) {
                Files.writeString(versions.resolve(draft.id() + "_.py"), draft.file());
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** Some revisions with all they build on, in one of the orders in which they can be applied. */
    static List<String> some(RevisionGraph graph, Random random) {
        var stop = random.nextInt(graph.revisions().size() + 1);
        var applied = new LinkedHashSet<String>();
        while (applied.size() < stop) {
            var next = graph.revisions().stream()
                    .map(Revision::id)
                    .filter(id -> !applied.contains(id) && applied.containsAll(below(graph, id)))
                    .toList();
            applied.add(next.get(random.nextInt(next.size())));
        }
        return List.copyOf(applied);
    }

    private static List<String> below(RevisionGraph graph, String id) {
        var below = new ArrayList<>(graph.parents(id));
        below.addAll(graph.resolvedDependencies(id));
        return below;
    }

    /** For whoever must understand a failure. */
    String drawn(Collection<String> applied) {
        return drafts.stream()
                .map(draft -> (applied.contains(draft.id()) ? "+ " : "- ") + draft.id() + " <- " + draft.parents()
                        + draft.dependsOn() + draft.labels() + "\n"
                        + draft.steps().stream()
                                .map(step ->
                                        String.join("\n", step.module()) + "\n" + String.join("\n", step.body()) + "\n")
                                .collect(Collectors.joining())
                                .lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> "      " + line + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}

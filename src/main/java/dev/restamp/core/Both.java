package dev.restamp.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Something of the left side of a comparison, and of the right one. */
public record Both<T>(T left, T right) {
    /** The same of each. */
    public <R> Both<R> map(Function<T, R> change) {
        return new Both<>(/* left= */ change.apply(left), /* right= */ change.apply(right));
    }

    /** Works on both at the same time, and waits for both, also where one fails. */
    public <R> Both<R> atOnce(Function<T, R> work) {
        return with(new Both<>(work, work), Function::apply);
    }

    /** Works on each with what belongs to it, on both at the same time. */
    public <U, R> Both<R> with(Both<U> others, BiFunction<U, T, R> work) {
        var one = CompletableFuture.supplyAsync(() -> work.apply(others.left(), left), Thread::startVirtualThread);
        var other = CompletableFuture.supplyAsync(() -> work.apply(others.right(), right), Thread::startVirtualThread);
        // Where one fails the other must not go on behind the next command's back.
        CompletableFuture.allOf(one, other).handle((_, _) -> true).join();
        return new Both<>(/* left= */ joined(one), /* right= */ joined(other));
    }

    private static <R> R joined(CompletableFuture<R> work) {
        try {
            return work.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Problem problem ? problem : failure;
        }
    }
}

package dev.restamp.practice;

import java.nio.file.Path;

/** A program of its own that starts a practice, with a pooler where there is one, says where, and waits to be killed. */
final class PracticeProgram {
    private PracticeProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        var practice = Practice.start(Scenario.named("restored-dump"), Path.of(arguments[0]), _ -> {});
        if (PracticePooler.program().isPresent()) {
            practice.pooler();
        }
        System.out.println(practice.passfile().getParent());
        Thread.currentThread().join();
    }
}

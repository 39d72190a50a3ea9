package dev.restamp.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A line to a server that can be cut at the worst moment: while a COMMIT is under way. */
final class CutLine implements AutoCloseable {
    /** When the line is cut, once. Afterwards it works again, but for {@link #FOR_GOOD}. */
    enum At {
        NEVER,
        /** The server has not heard of the COMMIT. */
        BEFORE_COMMIT,
        /** The server commits and its answer is swallowed. */
        AFTER_COMMIT,
        /** The same, and then nobody can connect any more. */
        FOR_GOOD
    }

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicReference<At> cut = new AtomicReference<>(At.NEVER);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int server;

    CutLine(TestPostgres server) throws IOException {
        this.server = server.port();
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cutAt(At moment) {
        cut.set(moment);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                var exit = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.addAll(List.of(client, exit));
                Thread.ofVirtual().start(() -> forward(client, exit));
                Thread.ofVirtual().start(() -> back(exit, client));
            } catch (IOException _) {
                // Closed: there is nothing more to accept.
            }
        }
    }

    private void forward(Socket client, Socket exit) {
        var buffer = new byte[65536];
        try (client;
                exit) {
            for (var n = client.getInputStream().read(buffer);
                    n >= 0;
                    n = client.getInputStream().read(buffer)) {
                var isCommit = new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT");
                var moment = isCommit ? cut.getAndSet(At.NEVER) : At.NEVER;
                if (moment == At.FOR_GOOD) {
                    entrance.close();
                }
                if (moment == At.AFTER_COMMIT || moment == At.FOR_GOOD) {
                    client.shutdownOutput();
                }
                if (moment != At.BEFORE_COMMIT) {
                    exit.getOutputStream().write(buffer, 0, n);
                }
                if (moment != At.NEVER) {
                    waitForServer(exit);
                    return;
                }
            }
        } catch (IOException _) {
            // One end hung up; both are closed now.
        }
    }

    /** Hanging up at once could reach the server before it has read the COMMIT. */
    private static void waitForServer(Socket exit) {
        try {
            Thread.sleep(300);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("while waiting for " + exit, interrupted);
        }
    }

    private static void back(Socket exit, Socket client) {
        try (client;
                exit) {
            exit.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // One end hung up; both are closed now.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

#!/usr/bin/env python3
"""A TCP proxy in front of a PostgreSQL that adds a delay to each round trip, but does not limit what goes through.

    python3 src/bench/delay.py POSTGRES_URL [MILLISECONDS]

Prints the URL that leads through it, then serves until it is killed.
"""

import asyncio
import sys
import urllib.parse


async def pump(reader, writer, delay):
    """Passes on each chunk once its time has come, while the next ones are already read."""
    loop = asyncio.get_running_loop()
    chunks = asyncio.Queue()

    async def read():
        data = b"more"
        while data:
            try:
                data = await reader.read(1 << 16)
            except ConnectionError:
                data = b""
            chunks.put_nowait((loop.time() + delay, data))

    reading = asyncio.create_task(read())
    try:
        while True:
            due, data = await chunks.get()
            if (wait := due - loop.time()) > 0:
                await asyncio.sleep(wait)
            if not data:
                break
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        reading.cancel()
        writer.close()


async def main(url, milliseconds):
    delay = milliseconds / 2000
    parts = urllib.parse.urlsplit(url)

    async def serve(reader, writer):
        # The handshake that opens a connection is a round trip too.
        await asyncio.sleep(2 * delay)
        upstream, downstream = await asyncio.open_connection(parts.hostname or "localhost", parts.port or 5432)
        await asyncio.gather(pump(reader, downstream, delay), pump(upstream, writer, delay))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    user, at, _ = parts.netloc.rpartition("@")
    port = server.sockets[0].getsockname()[1]
    print(urllib.parse.urlunsplit(parts._replace(netloc=f"{user}{at}127.0.0.1:{port}")), flush=True)
    await server.serve_forever()


asyncio.run(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 20))

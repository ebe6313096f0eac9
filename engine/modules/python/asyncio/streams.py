"""Streams within the program: start_server() and open_connection() know only each other."""

from asyncio import events, exceptions, protocols, tasks

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
           "open_unix_connection", "start_unix_server")

_LIMIT = 2 ** 16
_servers = {}     # port -> the server that listens there
_next_port = 49152


class StreamReader:
    """The end of a stream where bytes come out."""

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        self._wake()

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if data:
            self._buffer.extend(data)
            self._wake()

    def feed_eof(self):
        self._eof = True
        self._wake()

    def at_eof(self):
        """Return True if the buffer is empty and nothing more will come."""
        return self._eof and not self._buffer

    def _wake(self):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.done():
                waiter.set_result(None)

    async def _wait_for_data(self, what):
        if self._waiter is not None:
            raise RuntimeError(f"{what}() called while another coroutine is already waiting for incoming data")
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    async def readline(self):
        """Read chunk of data from the stream until newline (b'\\n') is found."""
        try:
            return await self.readuntil(b"\n")
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            self._take(min(len(self._buffer), error.consumed + 1))
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b"\n"):
        """Read data from the stream until ``separator`` is found."""
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        while True:
            found = bytes(self._buffer).find(separator)
            if found >= 0:
                if found > self._limit:
                    raise exceptions.LimitOverrunError(
                        "Separator is found, but chunk is longer than limit", found)
                return self._take(found + len(separator))
            if len(self._buffer) > self._limit:
                raise exceptions.LimitOverrunError(
                    "Separator is not found, and chunk exceed the limit", len(self._buffer))
            if self._eof:
                raise exceptions.IncompleteReadError(self._take(len(self._buffer)), None)
            await self._wait_for_data("readuntil")

    async def read(self, n=-1):
        """Read up to `n` bytes from the stream; all of them by default."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            while not self._eof:
                await self._wait_for_data("read")
            return self._take(len(self._buffer))
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
        return self._take(n)

    async def readexactly(self, n):
        """Read exactly `n` bytes."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        while len(self._buffer) < n:
            if self._eof:
                raise exceptions.IncompleteReadError(self._take(len(self._buffer)), n)
            await self._wait_for_data("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line


class StreamWriter:
    """The end of a stream where bytes go in. They arrive in the loop's next turn."""

    def __init__(self, loop, peer, reader, names):
        self._loop = loop
        self._peer = peer            # the reader at the other side
        self._reader = reader
        self._names = names
        self._closing = False

    def write(self, data):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if not self._closing and data:
            self._loop.call_soon(self._arrive, bytes(data))

    def _arrive(self, data):
        if not self._peer._eof:
            self._peer.feed_data(data)

    def writelines(self, data):
        self.write(b"".join(data))

    def can_write_eof(self):
        return True

    def write_eof(self):
        self._loop.call_soon(self._peer.feed_eof)

    def close(self):
        if not self._closing:
            self._closing = True
            self._loop.call_soon(self._end)

    def _end(self):
        self._peer.feed_eof()
        if not self._reader._eof:
            self._reader.feed_eof()

    def is_closing(self):
        return self._closing

    async def wait_closed(self):
        await tasks.sleep(0)

    def get_extra_info(self, name, default=None):
        return self._names.get(name, default)

    async def drain(self):
        """Let what was written arrive."""
        if self._reader.exception() is not None:
            raise self._reader.exception()
        await tasks.sleep(0)


class StreamReaderProtocol(protocols.Protocol):
    """What CPython puts between a transport and a StreamReader; here the two streams know each other."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        self._reader = stream_reader

    def data_received(self, data):
        self._reader.feed_data(data)

    def eof_received(self):
        self._reader.feed_eof()
        return True


class Server(events.AbstractServer):
    """What start_server() returns."""

    def __init__(self, loop, callback, host, port, limit):
        self._loop = loop
        self._callback = callback
        self._host = host
        self._port = port
        self._limit = limit
        self._forever = None
        self.sockets = (_Socket((host, port)),)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return _servers.get(self._port) is self

    def close(self):
        if self.is_serving():
            del _servers[self._port]
            self.sockets = ()
            if self._forever is not None and not self._forever.done():
                self._forever.cancel()

    async def start_serving(self):
        _servers[self._port] = self

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if not self.is_serving():
            raise RuntimeError(f"server {self!r} is closed")
        self._forever = self._loop.create_future()
        try:
            await self._forever
        finally:
            self.close()
            self._forever = None

    async def wait_closed(self):
        await tasks.sleep(0)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class _Socket:
    def __init__(self, name):
        self._name = name

    def getsockname(self):
        return self._name


def _new_port():
    global _next_port
    _next_port += 1
    return _next_port


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, start_serving=True, **kwds):
    """Start a server that open_connection() of the same program can reach."""
    loop = events.get_running_loop()
    port = _new_port() if not port else port
    if port in _servers:
        raise OSError(98, f"error while attempting to bind on address ({host!r}, {port}): address already in use")
    server = Server(loop, client_connected_cb, host or "0.0.0.0", port, limit)
    if start_serving:
        await server.start_serving()
    return server


async def open_connection(host=None, port=None, *, limit=_LIMIT, **kwds):
    """Connect to a server of the same program; return (reader, writer)."""
    loop = events.get_running_loop()
    await tasks.sleep(0)
    server = _servers.get(port)
    if server is None or server._loop is not loop:
        raise ConnectionRefusedError(111, f"Connect call failed ({host!r}, {port})")
    here = ("127.0.0.1", _new_port())
    there = (server._host, port)
    client_reader = StreamReader(limit, loop)
    server_reader = StreamReader(server._limit, loop)
    client_writer = StreamWriter(loop, server_reader, client_reader, {"peername": there, "sockname": here})
    server_writer = StreamWriter(loop, client_reader, server_reader, {"peername": here, "sockname": there})
    answer = server._callback(server_reader, server_writer)
    if hasattr(answer, "send"):
        loop.create_task(answer)
    return client_reader, client_writer


async def open_unix_connection(path=None, *, limit=_LIMIT, **kwds):
    raise NotImplementedError("open_unix_connection(): programs here have no sockets")


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, **kwds):
    raise NotImplementedError("start_unix_server(): programs here have no sockets")

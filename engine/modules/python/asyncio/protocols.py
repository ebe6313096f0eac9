"""Protocols: what a transport tells of its connection. Programs here have no network; see transports.py."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols have."""

    def connection_made(self, transport):
        """Called when a connection is made."""

    def connection_lost(self, exc):
        """Called when the connection is lost or closed; exc is None for an orderly end."""

    def pause_writing(self):
        """Called when the transport's buffer goes over the high-water mark."""

    def resume_writing(self):
        """Called when the transport's buffer drains below the low-water mark."""


class Protocol(BaseProtocol):
    """Of a stream."""

    def data_received(self, data):
        """Called when some data is received."""

    def eof_received(self):
        """Called when the other end calls write_eof() or its like."""


class BufferedProtocol(BaseProtocol):
    """Of a stream, with a buffer of one's own."""

    def get_buffer(self, sizehint):
        """Called to get a new receive buffer."""

    def buffer_updated(self, nbytes):
        """Called when the buffer was updated with the received data."""

    def eof_received(self):
        """Called when the other end calls write_eof() or its like."""


class DatagramProtocol(BaseProtocol):
    """Of datagrams."""

    def datagram_received(self, data, addr):
        """Called when some datagram is received."""

    def error_received(self, exc):
        """Called when a send or receive operation raises an OSError."""


class SubprocessProtocol(BaseProtocol):
    """Of a process."""

    def pipe_data_received(self, fd, data):
        """Called when the process writes data into its stdout or stderr."""

    def pipe_connection_lost(self, fd, exc):
        """Called when a pipe of the process is closed."""

    def process_exited(self):
        """Called when the process has ended."""

"""As little of HTTP/1.1 as a browser needs that asks one thing after another over a connection it keeps."""

import asyncio
import re
import zlib
from dataclasses import dataclass

# Longer than anybody waits.
PATIENCE = 30
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)


class Lost(Exception):
    """There is no answer, and none is to be expected."""


@dataclass(frozen=True)
class Answer:
    status: int
    head: bytes
    body: bytes

    @property
    def text(self):
        if b"content-encoding: gzip" in self.head.lower():
            return zlib.decompress(self.body, wbits=31).decode()
        return self.body.decode()

    def header(self, name):
        found = re.search(rb"\r\n" + name.encode() + rb": *([^\r]*)", self.head, re.I)
        return found[1].decode() if found else None


def read(buffer):
    """The first whole answer in a buffer and how many bytes it takes, or nothing while some of it is missing."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = bytes(buffer[:end])
    status = int(head[9:12])
    found = LENGTH.search(head)
    if not found and status not in (204, 304):
        raise Lost("an answer does not say how long it is")
    length = int(found[1]) if found and status != 304 else 0
    whole = end + 4 + length
    return (Answer(status, head, bytes(buffer[end + 4 : whole])), whole) if len(buffer) >= whole else None


def request(method, path, cookie, body=None):
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        f"Cookie: {cookie}",
        "Accept-Encoding: gzip",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    ]
    if body is not None:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


class Connection(asyncio.Protocol):
    """One question at a time."""

    def __init__(self):
        self.buffer = bytearray()
        self.waiting = None
        self.transport = None

    @classmethod
    async def opened(cls, port):
        try:
            _, connection = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        except OSError as error:
            raise Lost(str(error)) from error
        return connection

    @property
    def is_open(self):
        return self.transport is not None and not self.transport.is_closing()

    async def ask(self, question):
        if not self.is_open:
            raise Lost("the connection is closed")
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(question)
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.waiting
        except TimeoutError:
            self.close()
            raise Lost("no answer in time") from None
        finally:
            self.waiting = None

    def tell(self, question):
        """Asks, and goes away without waiting for the answer."""
        self.transport.write(question)
        self.close()

    def close(self):
        if self.transport:
            self.transport.close()

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.buffer += data
        try:
            found = read(self.buffer)
        except Lost as lost:
            self.fail(lost)
            self.close()
            return
        if found:
            answer, length = found
            del self.buffer[:length]
            if self.waiting and not self.waiting.done():
                self.waiting.set_result(answer)

    def connection_lost(self, _):
        self.fail(Lost("the connection was closed"))

    def fail(self, lost):
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(lost)


class Pool:
    """Connections that are kept for whoever asks next; at most so many at once."""

    # The server lets go of one on which nothing moves for a minute.
    IDLE = 30

    def __init__(self, port, most):
        self.port = port
        self.free = []
        self.places = asyncio.Semaphore(most)

    async def ask(self, question):
        async with self.places:
            connection = self.kept() or await Connection.opened(self.port)
            answer = await connection.ask(question)
            if connection.is_open:
                self.free.append((asyncio.get_running_loop().time(), connection))
            return answer

    async def tell(self, question):
        """Asks on a connection of its own and goes away, as a browser does whose network is gone."""
        (await Connection.opened(self.port)).tell(question)

    def kept(self):
        now = asyncio.get_running_loop().time()
        while self.free:
            since, connection = self.free.pop()
            if connection.is_open and now - since < self.IDLE:
                return connection
            connection.close()
        return None

    def close(self):
        for _, connection in self.free:
            connection.close()

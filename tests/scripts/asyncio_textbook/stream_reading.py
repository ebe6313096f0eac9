"""read, readexactly, readuntil and what they do at the end."""
import asyncio


async def handle(reader, writer):
    writer.write(b"12345678")
    writer.writelines([b"one;", b"two;", b"rest"])
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()[:2]
    reader, writer = await asyncio.open_connection(host, port)
    print(await reader.readexactly(3), await reader.readexactly(5))
    print(await reader.readuntil(b";"), await reader.readuntil(b";"))
    print(writer.get_extra_info("peername") == (host, port), writer.get_extra_info("nothing", "default"))
    try:
        await reader.readuntil(b";")
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(reader.at_eof(), await reader.read(), await reader.readline())
    try:
        await reader.readexactly(2)
    except asyncio.IncompleteReadError as error:
        print(error)
    print(writer.is_closing())
    writer.close()
    print(writer.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())

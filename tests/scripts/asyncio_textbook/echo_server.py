"""A server and its clients in one program."""
import asyncio


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(n, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for word in (b"hello", b"bye"):
        writer.write(word + b" %d\n" % n)
        await writer.drain()
        answers.append(await reader.readline())
    writer.write_eof()
    answers.append(await reader.read())
    writer.close()
    await writer.wait_closed()
    return answers, reader.at_eof()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for answer in await asyncio.gather(*[client(n, port) for n in range(3)]):
            print(answer)
    print(server.is_serving())
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno)


asyncio.run(main())

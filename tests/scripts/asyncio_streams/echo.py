# lockstep: seed 3
import asyncio

async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()

async def client(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for i in range(2):
        writer.write(f"{name} {i}\n".encode())
        await writer.drain()
        print(await reader.readline())
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await client(port, "a")
        await client(port, "b")
    print("closed")

asyncio.run(main())

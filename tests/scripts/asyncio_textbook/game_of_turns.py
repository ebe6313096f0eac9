import asyncio
async def player(name, mine, other, log, shots):
    for n in range(shots):
        ball = await mine.get()
        log.append(f"{name}{ball}")
        await other.put(ball + 1)
    mine.task_done()
async def main():
    log = []
    left, right = asyncio.Queue(), asyncio.Queue()
    ping = asyncio.create_task(player("ping", left, right, log, 4))
    pong = asyncio.create_task(player("pong", right, left, log, 4))
    left.put_nowait(0)
    await asyncio.gather(ping, pong)
    print(" ".join(log))
    print(left.qsize(), right.qsize(), left.get_nowait())
    try:
        right.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    try:
        right.task_done(); right.task_done(); right.task_done(); right.task_done()
    except ValueError as error:
        print(error)
asyncio.run(main())

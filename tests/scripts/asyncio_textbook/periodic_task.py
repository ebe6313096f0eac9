"""Something that is done again and again, until an event says stop."""
import asyncio


async def every(interval, function, stop):
    count = 0
    while not stop.is_set():
        function(count)
        count += 1
        try:
            await asyncio.wait_for(stop.wait(), interval)
        except TimeoutError:
            pass
    return count


async def main():
    stop = asyncio.Event()

    def tick(n):
        print("tick", n)
        if n == 3:
            stop.set()

    print(await every(0.002, tick, stop), "ticks")
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def again(n):
        print("call", n)
        if n:
            loop.call_later(0.001, again, n - 1)
        else:
            done.set_result(None)

    loop.call_soon(again, 2)
    await done


asyncio.run(main())

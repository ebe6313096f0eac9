import asyncio
async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    def show(name):
        print(name)
        if name == "c":
            done.set_result("finished")
    start = loop.time()
    a = loop.call_later(0.003, show, "a")
    b = loop.call_later(0.002, show, "b")
    c = loop.call_at(start + 0.006, show, "c")
    loop.call_soon(show, "soon")
    a.cancel()
    print(a.cancelled(), b.cancelled(), b.when() < c.when())
    print(await done)
    print(a.cancelled(), loop.time() - start >= 0.006)
asyncio.run(main())

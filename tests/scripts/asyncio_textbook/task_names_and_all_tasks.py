import asyncio
async def nap(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return asyncio.current_task().get_name()
async def main():
    asyncio.current_task().set_name("main")
    tasks = {asyncio.create_task(nap(n), name=f"nap-{n}") for n in range(3)}
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.sleep(0)
    print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()))
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)
    print([t.get_name() for t in asyncio.all_tasks()])
asyncio.run(main())

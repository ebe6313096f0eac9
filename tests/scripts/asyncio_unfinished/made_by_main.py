import asyncio
async def bg(n, d):
    await asyncio.sleep(d)
async def main():
    asyncio.create_task(bg(1, 5))
    asyncio.create_task(bg(2, 5))
    await asyncio.sleep(0)
    print("main done")
asyncio.get_event_loop_policy()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
print("end")

import asyncio
async def bg():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup bg")
async def bg2(ev):
    await ev.wait()
async def main():
    await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.create_task(bg())
loop.create_task(bg2(asyncio.Event()))
loop.run_until_complete(main())
print("end")

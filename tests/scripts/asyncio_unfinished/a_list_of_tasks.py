import asyncio
async def bg(n):
    await asyncio.sleep(1)
async def main():
    return 1
loop = asyncio.new_event_loop()
tasks = [loop.create_task(bg(1)), loop.create_task(bg(2))]
print(loop.run_until_complete(main()))

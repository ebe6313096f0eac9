import asyncio

loop = asyncio.new_event_loop()

async def ticker():
    for i in range(6):
        print("tick", i)
        if i % 2:
            loop.stop()
        await asyncio.sleep(0)
    loop.stop()

task = loop.create_task(ticker())
while not task.done():
    loop.run_forever()
    print("stopped")
loop.close()

import asyncio
async def bg(n, d):
    try:
        await asyncio.sleep(d)
    finally:
        print("cleanup", n)
async def main():
    await asyncio.sleep(0)
def run():
    loop = asyncio.new_event_loop()
    a = loop.create_task(bg(1, 20))
    b = loop.create_task(bg(2, 10))
    c = loop.create_task(bg(3, 15))
    loop.run_until_complete(main())
    loop.close()
run()
print("end")

import asyncio
async def ticker(n):
    while True:
        print(n)
        await asyncio.sleep(1)
async def main():
    await asyncio.sleep(0.01)
    raise SystemExit(3)
loop = asyncio.new_event_loop()
t = [loop.create_task(ticker(i)) for i in range(3)]
try:
    loop.run_until_complete(main())
except SystemExit as e:
    print("exit", e)

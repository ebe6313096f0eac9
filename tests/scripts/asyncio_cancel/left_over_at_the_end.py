import asyncio

async def forever(name):
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(0)
        print(name, "gone")
        raise

async def main():
    asyncio.create_task(forever("only"))
    await asyncio.sleep(0.01)
    print("main ends")

asyncio.run(main())
print("after")

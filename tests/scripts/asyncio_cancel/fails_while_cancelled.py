import asyncio

async def bad_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("cleanup failed")

async def main():
    asyncio.create_task(bad_cleanup(), name="bad")
    await asyncio.sleep(0)
    print("main ends")

asyncio.run(main())

import asyncio

async def worker():
    print("never printed")

async def main():
    task = asyncio.create_task(worker())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(task)

main_task = main()
asyncio.run(main_task)

"""Wrong: a loop by hand, and a task that is still pending at the end."""
import asyncio


async def background():
    await asyncio.sleep(30)


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    print("main ends")


def run():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()


run()
print("the program ends")

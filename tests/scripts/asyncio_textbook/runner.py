"""Runner: several runs in one loop."""
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="?")


async def say(word):
    seen = name.get()
    name.set(word)
    return seen, word, len(asyncio.all_tasks())


async def leaves_a_task():
    asyncio.create_task(forever(), name="left")
    await asyncio.sleep(0)


async def forever():
    try:
        await asyncio.sleep(30)
    finally:
        print("the left one was cancelled")


with asyncio.Runner() as runner:
    print(runner.run(say("one")))
    print(runner.run(say("two")))
    loop = runner.get_loop()
    runner.run(leaves_a_task())
    print(loop.is_closed())
    context = contextvars.copy_context()
    print(runner.run(say("three"), context=context), context[name])
print(loop.is_closed())
late = say("late")
try:
    runner.run(late)
except RuntimeError as error:
    print(error)
late.close()
try:
    asyncio.Runner().run(3)
except ValueError as error:
    print(error)

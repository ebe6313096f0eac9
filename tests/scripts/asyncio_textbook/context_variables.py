"""Each task has its own copy of the context."""
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def handle(name, log):
    token = user.set(name)
    await asyncio.sleep(0)
    log.append((name, user.get()))
    await helper(log)
    user.reset(token)
    log.append(user.get())


async def helper(log):
    log.append("helper of " + user.get())
    user.set(user.get() + "!")


async def main():
    log = []
    user.set("main")
    await asyncio.gather(*[handle(name, log) for name in ("ann", "bob")])
    await helper(log)
    print(user.get())
    asyncio.get_running_loop().call_soon(lambda: log.append("callback of " + user.get()))
    user.set("later")
    await asyncio.sleep(0)
    context = contextvars.copy_context()
    context.run(user.set, "elsewhere")
    task = asyncio.create_task(helper(log), context=context)
    await task
    print(context[user], user.get())
    print(await asyncio.to_thread(user.get))
    print(*log, sep="\n")


asyncio.run(main())
print(user.get())

"""A group whose children make more children."""
import asyncio


async def child(group, name, depth, log):
    log.append(name)
    if depth:
        for letter in "xy":
            group.create_task(child(group, name + letter, depth - 1, log))
    await asyncio.sleep(0)
    log.append(name.upper())
    return name


async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child(group, "a", 2, log), name="first")
        print(first.get_name())
    print(" ".join(log))
    print(first.result(), first.done())
    late = asyncio.sleep(0)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(error)
    late.close()


asyncio.run(main())

"""Names, states and results of tasks."""
import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def main():
    task = asyncio.create_task(work(), name="worker")
    print(task.get_name(), asyncio.current_task().get_name())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(error)
    print(task in asyncio.all_tasks(), len(asyncio.all_tasks()))
    await task
    print(task.result(), task.exception(), task.done())
    task.set_name("retired")
    print(repr(task).split(" coro")[0])
    other = asyncio.ensure_future(work())
    print(other.get_name(), asyncio.isfuture(other), asyncio.iscoroutine(other), asyncio.ensure_future(other) is other)
    other.cancel("because")
    try:
        await other
    except asyncio.CancelledError as error:
        print(error.args)
    try:
        other.exception()
    except asyncio.CancelledError as error:
        print("exception() raises", error.args)
    print(asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))


asyncio.run(main())

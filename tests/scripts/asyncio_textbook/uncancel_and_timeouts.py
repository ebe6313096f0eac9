import asyncio
async def main():
    try:
        async with asyncio.timeout(0.002) as scope:
            await asyncio.sleep(1)
    except TimeoutError as error:
        print("timeout", scope.expired(), repr(error), repr(error.__cause__))
    async with asyncio.timeout(None) as scope:
        scope.reschedule(asyncio.get_running_loop().time() + 10)
        print(scope.when() is not None)
    print(scope.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(10):
            async with asyncio.timeout(0.001):
                try:
                    await asyncio.sleep(5)
                finally:
                    print("cleanup", asyncio.current_task().cancelling())
    except TimeoutError:
        print("inner", asyncio.current_task().cancelling())
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.001)
    except asyncio.TimeoutError as error:
        print(repr(error))
    task = asyncio.current_task()
    task.cancel("stop")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(error.args, task.cancelling(), task.uncancel())
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("already over")
asyncio.run(main())

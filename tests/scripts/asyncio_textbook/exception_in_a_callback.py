"""An exception in a callback stops nothing, and is reported."""
import asyncio


def bad(n):
    raise ZeroDivisionError(n)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, 1)
    await asyncio.sleep(0)
    print("still here")

    def handler(loop, context):
        print("handler:", context["message"], repr(context["exception"]))

    loop.set_exception_handler(handler)
    loop.call_soon(bad, 2)
    task = asyncio.create_task(asyncio.sleep(0))
    task.add_done_callback(bad)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "exception": None})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "by hand", "what": 3})


asyncio.run(main())

import asyncio

def handler(loop, context):
    print("handler:", context["message"].split(" at ")[0], repr(context.get("exception")), sorted(context))

def bad_handler(loop, context):
    raise RuntimeError("bad handler")

def fails():
    raise ValueError("v")

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand"})
    future = loop.create_future()
    future.set_exception(KeyError("k"))
    future.add_done_callback(lambda f: fails())
    await asyncio.sleep(0)
    future.exception()
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "what": [1, 2]})

asyncio.run(main())

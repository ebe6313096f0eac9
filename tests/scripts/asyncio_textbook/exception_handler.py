import asyncio
def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))
async def fails():
    raise OSError("disk full")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    asyncio.create_task(fails())
    await asyncio.sleep(0.001)
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "exception": ValueError("x")})
asyncio.run(main())

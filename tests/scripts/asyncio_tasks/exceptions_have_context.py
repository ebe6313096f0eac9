import asyncio

async def inner():
    raise KeyError("inner")

async def outer():
    try:
        await asyncio.create_task(inner())
    except KeyError:
        raise ValueError("outer")

async def main():
    try:
        await asyncio.create_task(outer())
    except ValueError as error:
        print(repr(error), repr(error.__context__), error.__suppress_context__)
    task = asyncio.create_task(inner())
    for _ in range(2):
        try:
            await task
        except KeyError as error:
            depth = 0
            traceback = error.__traceback__
            while traceback is not None:
                depth += traceback.tb_frame.f_code.co_filename == __file__
                traceback = traceback.tb_next
            print("frames of ours", depth)

asyncio.run(main())

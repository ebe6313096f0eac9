# lockstep: mask 0x[0-9a-f]+
import asyncio
import types

@types.coroutine
def bare(value):
    return (yield value)

async def attempt(value):
    try:
        print(await bare(value))
    except RuntimeError as error:
        print(str(error).split(" in task")[0].split(" with ")[0])

async def main():
    await attempt(None)
    await attempt(5)
    await attempt("text")
    await attempt((x for x in []))
    f = asyncio.get_running_loop().create_future()
    await attempt(f)
    f.cancel()

    async def myself():
        await asyncio.current_task()
    try:
        await asyncio.create_task(myself())
    except RuntimeError as error:
        print(str(error).split(":")[0])

asyncio.run(main())

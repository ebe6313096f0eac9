import asyncio

async def inner():
    pass

async def main():
    for action in (lambda c: asyncio.run(c), lambda c: asyncio.get_running_loop().run_until_complete(c),
                   lambda c: asyncio.new_event_loop().run_until_complete(c)):
        c = inner()
        try:
            action(c)
        except RuntimeError as error:
            print(error)
        c.close()
    try:
        asyncio.get_running_loop().close()
    except RuntimeError as error:
        print(error)

asyncio.run(main())

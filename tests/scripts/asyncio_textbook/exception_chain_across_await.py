import asyncio
import traceback
class ConfigError(Exception):
    pass
async def read(name):
    await asyncio.sleep(0)
    return {"a": "1"}[name]
async def load(name):
    try:
        return int(await read(name))
    except KeyError as error:
        raise ConfigError(f"no setting {name}") from error
async def main():
    print(await load("a"))
    try:
        await load("b")
    except ConfigError as error:
        print(type(error).__name__, error, "from", repr(error.__cause__))
        traceback.print_exc(limit=None)
    await load("c")
asyncio.run(main())

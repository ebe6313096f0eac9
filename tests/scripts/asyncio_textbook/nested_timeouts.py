"""A timeout inside a timeout: whose time is over?"""
import asyncio


async def inner_first():
    try:
        async with asyncio.timeout(60) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(30)
            except TimeoutError:
                print("inner timed out:", inner.expired(), outer.expired())
            await asyncio.sleep(0)
            print("still inside the outer one")
    except TimeoutError:
        print("not reached")


async def outer_first():
    try:
        async with asyncio.timeout(0.01) as outer:
            try:
                async with asyncio.timeout(60) as inner:
                    await asyncio.sleep(30)
            except TimeoutError:
                print("not reached")
            finally:
                print("inner ended, expired:", inner.expired())
    except TimeoutError:
        print("outer timed out:", outer.expired())


async def rescheduled():
    async with asyncio.timeout(0.001) as limit:
        limit.reschedule(None)
        await asyncio.sleep(0.01)
        print("no limit any more", limit.when())
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(asyncio.get_running_loop().time() - 1)
            await asyncio.sleep(30)
    except TimeoutError as error:
        print("in the past:", repr(error), limit)
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(30), 60), 0.01)
    except asyncio.TimeoutError as error:
        print("wait_for:", repr(error), repr(error.__cause__))


asyncio.run(inner_first())
asyncio.run(outer_first())
asyncio.run(rescheduled())

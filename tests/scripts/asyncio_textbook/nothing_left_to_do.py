"""run_until_complete() of what never ends, stopped from a callback."""
import asyncio


async def main():
    asyncio.get_running_loop().call_later(0.001, asyncio.get_running_loop().stop)
    await asyncio.Event().wait()


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
for task in asyncio.all_tasks(loop):
    task.cancel()
try:
    loop.run_until_complete(asyncio.gather(*asyncio.all_tasks(loop)))
except asyncio.CancelledError:
    print("cancelled")
loop.close()

import asyncio

policy = asyncio.get_event_loop_policy()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)

async def f():
    return asyncio.get_event_loop() is loop

print(loop.run_until_complete(f()))
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.set_event_loop(5)
except TypeError as error:
    print(error)

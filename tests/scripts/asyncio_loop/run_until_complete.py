import asyncio

async def f(x):
    await asyncio.sleep(0)
    return x

loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(f(1)))
print(loop.run_until_complete(loop.create_task(f(2))))
future = loop.create_future()
loop.call_soon(future.set_result, 3)
print(loop.run_until_complete(future))
try:
    loop.run_until_complete(asyncio.sleep(0, loop.stop()))
except RuntimeError as error:
    print(error)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
loop.close()
print(loop.is_closed())
for action in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.call_later(1, print)):
    try:
        action()
    except RuntimeError as error:
        print(error)
c = f(4)
try:
    loop.run_until_complete(c)
except RuntimeError as error:
    print(error)
c.close()

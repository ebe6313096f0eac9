import asyncio
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
count = 0
def tick():
    global count
    count += 1
    print("tick", count)
    if count == 3:
        loop.stop()
        print("stopping")
    loop.call_soon(tick)
loop.call_soon(tick)
loop.run_forever()
print("stopped", loop.is_running(), loop.is_closed())
async def once():
    return "once"
print(loop.run_until_complete(once()), count)
loop.close()
try:
    loop.run_forever()
except RuntimeError as error:
    print(error)
try:
    loop.call_soon(tick)
except RuntimeError as error:
    print(error)

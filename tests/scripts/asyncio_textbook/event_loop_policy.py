"""A policy of one's own, and loops by hand."""
import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Policy.made += 1
        return super().new_event_loop()


async def name():
    return type(asyncio.get_running_loop()).__name__, type(asyncio.get_event_loop_policy()).__name__


asyncio.set_event_loop_policy(Policy())
print(asyncio.run(name()), Policy.made)
asyncio.set_event_loop_policy(None)
print(asyncio.run(name()), Policy.made)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop_policy().get_event_loop() is loop)
print(loop.run_until_complete(name()))
print(loop.run_until_complete(asyncio.gather(name(), name())))
loop.close()
late = asyncio.sleep(0)
try:
    loop.run_until_complete(late)
except RuntimeError as error:
    print(error)
late.close()
try:
    asyncio.set_event_loop_policy(3)
except (TypeError, AssertionError) as error:
    print(type(error).__name__)

# ---
# title: A queue between producers and consumers
# topic: asyncio
# order: 690
# id: asyncio-queue
# ---

# %% [markdown]
# # A queue in between
#
# In a canteen the kitchen puts plates on a counter and the waiters take them away. The kitchen need
# not know who carries which plate, and no waiter goes into the kitchen. If the counter is full the
# cook has to pause; if it is empty the waiters do.
#
# `asyncio.Queue(maxsize=2)` is a counter with room for two.

# %%
import asyncio


async def kitchen(counter):
    for plate in range(1, 6):
        await counter.put(plate)
        print("cooked", plate)


async def waiter(name, counter):
    while True:
        plate = await counter.get()
        await asyncio.sleep(0.05)
        print(name, "served", plate)
        counter.task_done()


# %% [markdown]
# The waiters never end by themselves. `join()` waits until every plate has been reported as done by
# `task_done()`; then `main` sends the waiters home. **Before you run it**: how far does the kitchen
# get before it has to pause?


# %%
async def main():
    counter = asyncio.Queue(maxsize=2)
    names = ("Ann", "Bob")
    waiters = [asyncio.create_task(waiter(name, counter)) for name in names]
    await kitchen(counter)
    print("kitchen closed")
    await counter.join()
    for one in waiters:
        one.cancel()
    await asyncio.gather(*waiters, return_exceptions=True)
    print("all served")


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# The kitchen fills the counter and pauses at the third `put`. Now the waiters run for the first time,
# take a plate each, and make room. From then on the pace is theirs: a bounded queue lets the slower
# side set the speed, so that nothing piles up.
#
# ## Try it
#
# - Leave out `maxsize`. When does the kitchen close now?
# - Leave out `task_done()`. What does `join()` do?
# - Use `asyncio.PriorityQueue` and put pairs of a number and a plate.
#
# ## Remember
#
# - A queue joins those who make and those who use, without either knowing the other.
# - Bound it, and the quick side waits for the slow one.

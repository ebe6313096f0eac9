# ---
# title: A blocking call, and to_thread
# topic: asyncio
# order: 710
# id: blocking-call
# ---

# %% [markdown]
# # A blocking call
#
# The cook minds three pots, and somebody calls him to the telephone. He stands there with the
# receiver, and all three pots boil over.
#
# A **blocking call** is such a telephone: `time.sleep`, reading a large file, a library that knows
# nothing of asyncio. It does not pause the task, it holds the whole thread, and with it every other
# task.
#
# `asyncio.to_thread` lets somebody else take the receiver: the call runs in a thread of its own, and
# the task awaits its answer.

# %%
import asyncio
import time


def telephone():
    time.sleep(0.6)
    return "the answer"


async def stir(times):
    longest = 0
    for _ in range(times):
        before = time.perf_counter()
        await asyncio.sleep(0.02)
        longest = max(longest, time.perf_counter() - before)
    return longest


# %% [markdown]
# `stir` wants to wake up every 0.02 seconds, and remembers how long it had to wait at most. **Before
# you run it**: how long is that with the plain call, and how long with `to_thread`?


# %%
async def main():
    stirring = asyncio.create_task(stir(10))
    await asyncio.sleep(0)
    print(telephone())
    longest = await stirring
    print("stirred in time:", longest < 0.5)

    stirring = asyncio.create_task(stir(10))
    print(await asyncio.to_thread(telephone))
    longest = await stirring
    print("stirred in time:", longest < 0.5)


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# During the plain call the loop could do nothing: the task that was due after 0.02 seconds was
# woken after 0.6. With `to_thread` **the timeline** shows a second thread that sleeps while the first
# one goes on with the loop.
#
# ## Try it
#
# - Make two calls with `asyncio.gather` and `to_thread`. How long do both take?
# - Pass `debug=True` to `asyncio.run`. What does asyncio say of the plain call?
#
# ## Remember
#
# - One blocking call stops every task of the loop.
# - Give it to a thread and await the answer.

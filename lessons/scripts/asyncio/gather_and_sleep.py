# ---
# title: "gather: waiting for all of them"
# topic: asyncio
# order: 620
# id: gather-and-sleep
# ---

# %% [markdown]
# # Waiting for all of them
#
# You send three friends to three shops. The whole takes as long as the slowest of them, not as long
# as all the ways together. When the last one is back you put everything on the table, in the order
# of your list, whoever came first.
#
# `asyncio.gather` does that with coroutines: it makes a task of each, waits for all, and gives you a
# list of their results.

# %%
import asyncio
import time


async def shop(what, seconds):
    print("off to get", what)
    await asyncio.sleep(seconds)
    print("back with", what)
    return what


# %% [markdown]
# `asyncio.sleep` is no `time.sleep`: only the task sleeps, the thread goes on with others.
#
# **Before you run it**: in which order do they come back, what is in the list, and how long does it
# take?


# %%
async def main():
    begin = time.perf_counter()
    bag = await asyncio.gather(
        shop("bread", 0.3), shop("milk", 0.1), shop("eggs", 0.2)
    )
    print(bag)
    print(f"after {time.perf_counter() - begin:.1f} seconds")


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# All three set out at once, one after the other within the same moment. They come back by the length
# of their way. The list stands in the order of the call all the same: that is what makes `gather`
# handy.
#
# **In the timeline** the thread sleeps in the event loop between the returns: with nobody ready, the
# loop parks it until the next sleeper is due.
#
# ## Try it
#
# - Await the three one after the other, without `gather`. How long does it take?
# - Let one of them raise an exception. What does `gather` do, and what happens to the others?
# - Then add `return_exceptions=True`.
#
# ## Remember
#
# - `gather` runs its coroutines side by side and returns their results in the order given.
# - Waiting costs nothing as long as it is the task that waits, and not the thread.

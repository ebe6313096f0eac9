# ---
# title: "asyncio.Barrier: nobody goes on alone"
# topic: asyncio
# order: 680
# id: asyncio-barrier
# ---

# %% [markdown]
# # Nobody goes on alone
#
# Hikers agree to meet at each hut and to leave only when all are there. The quick ones rest, the
# slow ones are not left behind, and between two huts each walks at his own pace.
#
# `asyncio.Barrier(3)` is such a hut for three tasks. It came with Python 3.11.

# %%
import asyncio


async def hiker(name, pace, hut):
    for stage in (1, 2):
        await asyncio.sleep(pace)
        print(name, "reaches hut", stage)
        place = await hut.wait()
        if place == 0:
            print("--- all at hut", stage)


# %% [markdown]
# **Before you run it**: in which order do they reach the first hut, and can anybody reach the second
# one before all have been at the first?


# %%
async def main():
    hut = asyncio.Barrier(3)
    await asyncio.gather(
        hiker("Ann", 0.05, hut), hiker("Bob", 0.1, hut), hiker("Cleo", 0.15, hut)
    )


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# `wait()` pauses until three tasks wait; then all of them go on, and the barrier is ready for the
# next round. Each gets a number from 0 to 2, a different one for each, so that exactly one of them
# can do something for all, as the one with the 0 does here.
#
# ## Try it
#
# - Let only two hikers set out. What does Lockstep report?
# - Call `await hut.abort()` in `main` after 0.12 seconds. What do those who wait get?
#
# ## Remember
#
# - A barrier lets a fixed number of tasks go on together, round after round.
# - If one never comes, all the others wait for ever.

# ---
# title: "asyncio.Event: the starting shot"
# topic: asyncio
# order: 640
# id: asyncio-event
# ---

# %% [markdown]
# # The starting shot
#
# Runners crouch at the line. The starter fires once, and all of them are off. Whoever comes to the
# line later, with the smoke still in the air, runs on without stopping.
#
# `asyncio.Event` is such a shot: `wait()` pauses a task until somebody has called `set()`.

# %%
import asyncio


async def runner(name, shot):
    print(name, "is at the line")
    await shot.wait()
    print(name, "runs")


async def starter(shot):
    await asyncio.sleep(0.1)
    print("bang!")
    shot.set()


# %% [markdown]
# **Before you run it**: in which order do the runners start? And does the late one wait?


# %%
async def main():
    shot = asyncio.Event()
    await asyncio.gather(runner("Ann", shot), runner("Bob", shot), starter(shot))
    await runner("the late one", shot)
    print("is set:", shot.is_set())


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# `set()` wakes all who wait, in the order in which they came. It does not run them at once: they are
# put in the loop's queue, and `set()` itself needs no `await`.
#
# The event stays set until somebody calls `clear()`, so the late runner did not pause at all.
#
# ## Try it
#
# - Call `shot.clear()` directly after `shot.set()`. Do Ann and Bob run nevertheless?
# - Leave the starter out. What does Lockstep report?
#
# ## Remember
#
# - An event tells many tasks at once that something has happened.
# - It remembers that it was set; nobody can come too late.

# ---
# title: "asyncio.Condition: tell me when it changes"
# topic: asyncio
# order: 650
# id: asyncio-condition
# ---

# %% [markdown]
# # Tell me when it changes
#
# Guests wait at the bakery for fresh rolls. To stand at the door and ask every second would only be
# in the way. So they sit down, and whenever a tray comes out of the oven the baker calls. Each of
# them then looks for himself whether there is still a roll left for him.
#
# A **condition** is a lock together with that call. `wait_for` gives the lock back while it waits,
# and has it again when it returns.

# %%
import asyncio

rolls = 0


async def guest(name, bakery):
    global rolls
    async with bakery:
        await bakery.wait_for(lambda: rolls > 0)
        rolls = rolls - 1
        print(name, "has a roll,", rolls, "left")


async def baker(bakery):
    global rolls
    for tray in (1, 2):
        await asyncio.sleep(0.1)
        async with bakery:
            rolls = rolls + tray
            print("a tray of", tray)
            bakery.notify_all()


# %% [markdown]
# Three guests, a tray of one roll and a tray of two. **Before you run it**: how many guests wake up
# at the first call, and how many get something?


# %%
async def main():
    bakery = asyncio.Condition()
    guests = [guest(name, bakery) for name in ("Ann", "Bob", "Cleo")]
    await asyncio.gather(*guests, baker(bakery))


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# At the first call all three wake up, and each has to get the lock before it can look. Ann is first
# and takes the only roll; Bob and Cleo find nothing and go on waiting. That is why the question is
# asked again after every waking: `wait_for` does it for you.
#
# ## Try it
#
# - Use `notify()` instead of `notify_all()`. Does Cleo still get her roll?
# - Replace `wait_for` by `await bakery.wait()` without a loop. Who takes a roll that is not there?
#
# ## Remember
#
# - Waiting on a condition gives the lock back, and returns with the lock held.
# - Being woken is a hint to look again, not a promise.

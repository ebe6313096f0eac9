# ---
# title: "asyncio.BoundedSemaphore: no token too many"
# topic: asyncio
# order: 670
# id: asyncio-bounded-semaphore
# ---

# %% [markdown]
# # No token too many
#
# A cloakroom has two hooks and two numbered tags. If somebody hands in a tag that was never given
# out, there are suddenly three tags for two hooks, and one coat will lie on the floor. It happens at
# once, and it shows much later.
#
# A plain semaphore takes every tag. A **bounded semaphore** knows how many there were, and refuses
# one too many.

# %%
import asyncio


async def mistake(cloakroom):
    async with cloakroom:
        await asyncio.sleep(0)
        cloakroom.release()  # and `async with` gives it back again


async def attempt(kind):
    cloakroom = kind(2)
    try:
        await mistake(cloakroom)
    except ValueError as error:
        print(kind.__name__, "says:", error)
        return
    free = 0
    while not cloakroom.locked():
        await cloakroom.acquire()
        free = free + 1
    print(kind.__name__, "now has", free, "tags")


# %% [markdown]
# **Before you run it**: which of the two notices the mistake, and how many tags does the other one
# have afterwards?

# %%
async def main():
    await attempt(asyncio.Semaphore)
    await attempt(asyncio.BoundedSemaphore)


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# `mistake` gives its tag back by hand, and `async with` does so again. The plain semaphore simply
# counts up: from now on three tasks get into a place for two. The bounded one raises `ValueError` at
# the second return, on the very line that is wrong.
#
# ## Try it
#
# - Let two tasks be inside while `mistake` runs. Does the bounded semaphore still notice? Why not?
#
# ## Remember
#
# - `BoundedSemaphore` is a semaphore that complains about a return too many.
# - Take it whenever the number of permits is fixed; the plain one is for those who make permits.

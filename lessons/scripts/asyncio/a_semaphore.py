# ---
# title: "asyncio.Semaphore: three lines to the server"
# topic: asyncio
# order: 660
# id: asyncio-semaphore
# ---

# %% [markdown]
# # Three lines to the server
#
# A hundred tasks are quickly made. But the server you fetch pages from throws you out when you ask
# for more than three at a time. So three tasks may go in, and the next has to wait until one comes
# out.
#
# `asyncio.Semaphore(3)` is a doorkeeper with three tokens.

# %%
import asyncio

inside = 0
most = 0


async def fetch(page, door):
    global inside, most
    async with door:
        inside = inside + 1
        most = max(most, inside)
        await asyncio.sleep(0.1)  # the server thinks
        inside = inside - 1
    return page


# %% [markdown]
# Eight pages. **Before you run it**: how many are inside at most, and how many rounds of 0.1 seconds
# does it take? And why is there no lock around `inside = inside + 1`?


# %%
async def main():
    door = asyncio.Semaphore(3)
    loop = asyncio.get_running_loop()
    begin = loop.time()
    pages = await asyncio.gather(*[fetch(number, door) for number in range(8)])
    print("pages:", pages)
    print("at most inside:", most)
    print(f"after {loop.time() - begin:.1f} seconds")


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# Three go in, five wait. Whenever one leaves, the one who has waited longest follows. Eight pages in
# threes make three rounds.
#
# The counting needs no lock: there is no `await` between reading `inside` and writing it, so no other
# task can come between.
#
# ## Try it
#
# - Give the semaphore one token. What have you got then?
# - Call `door.release()` once more at the end of `fetch`. How many are inside in the end?
#
# ## Remember
#
# - A semaphore limits how many tasks are in a place at the same time.
# - Tasks get in in the order in which they came.

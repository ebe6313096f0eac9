# ---
# title: A coroutine and a task
# topic: asyncio
# order: 610
# id: coroutine-and-task
# ---

# %% [markdown]
# # A coroutine and a task
#
# One cook can mind three pots. He stirs the first until it only has to simmer, turns to the second,
# then to the third, and comes back when something boils. He never stirs two pots in the same
# moment, and still no pot waits for another to be finished.
#
# So works **asyncio**. All of it happens in one thread. A function that begins with `async def` is
# a **coroutine function**: it may pause at each `await`, and while it pauses others have their turn.
#
# Calling such a function does not run it. It gives you a **coroutine**, a recipe that nobody cooks
# yet. It runs when it is awaited, or when it becomes a **task**: then the **event loop**, the cook,
# takes it on by itself.

# %%
import asyncio


async def simmer(pot, stirs):
    for number in range(1, stirs + 1):
        print(pot, "stirred, time", number)
        await asyncio.sleep(0)
    return f"{pot} is ready"


# %% [markdown]
# `asyncio.sleep(0)` sleeps no time at all: it only lets the others have a turn. **Before you run
# it**: which lines come from `soup` and which from `rice`, and in which order? And when does the
# sauce begin?


# %%
async def main():
    soup = asyncio.create_task(simmer("soup", 2))
    rice = asyncio.create_task(simmer("rice", 3))
    print("two tasks are made")
    print(await simmer("sauce", 1))
    print(await soup)
    print(await rice)


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# `asyncio.run` makes a loop and gives it `main()` as its first task. The two calls of `create_task`
# only put further tasks in the queue: nothing of them runs before `main` pauses.
#
# `await simmer("sauce", 1)` makes no task. `main` goes through it itself, as through an ordinary
# call, so the sauce is stirred first. At its `sleep(0)` `main` pauses for the first time, and soup
# and rice begin, in the order in which they were made.
#
# **In the timeline** there is a single thread, and it never waits: there was always somebody to run.
#
# ## Try it
#
# - Write `simmer("salad", 1)` on a line of its own in `main`, without `await`. What does Python say?
# - Await the rice before the soup. Does the order of stirring change?
# - Take the `await asyncio.sleep(0)` out of `simmer`. Who can still get in between?
#
# ## Remember
#
# - Calling a coroutine function makes a coroutine; awaiting it runs it here, a task runs it beside.
# - Others run only while you stand at an `await`, and only at one that really has to wait.

# ---
# title: Cancellation and timeouts
# topic: asyncio
# order: 700
# id: cancellation-and-timeouts
# ---

# %% [markdown]
# # Cancellation and timeouts
#
# A thread cannot be stopped from outside. A task can: `cancel()` is a tap on its shoulder. At the
# `await` where it stands an exception is raised, `CancelledError`. The task may tidy up, and should
# then let the exception go on its way.
#
# `asyncio.timeout` is built on that: it taps you when the time is over, and turns the exception into
# `TimeoutError` at the end of its block.

# %%
import asyncio


async def download(name, seconds):
    try:
        await asyncio.sleep(seconds)
        return f"{name} is here"
    except asyncio.CancelledError:
        print(name, "stopped halfway")
        raise
    finally:
        print(name, "closes its file")


# %% [markdown]
# **Before you run it**: which downloads close their file, and which exception does `main` see for
# each?


# %%
async def main():
    film = asyncio.create_task(download("film", 10))
    await asyncio.sleep(0.05)
    film.cancel()
    try:
        await film
    except asyncio.CancelledError:
        print("main: the film was cancelled")

    try:
        async with asyncio.timeout(0.1):
            print(await download("song", 0.02))
            print(await download("album", 10))
    except TimeoutError:
        print("main: no time for the album")


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# Each download closes its file, whatever becomes of it: `finally` runs for a cancellation as for any
# exception. `cancel()` only asks; the task is over when it has answered, and so `main` awaits it.
#
# The song was in time. The album was not, and `main` learned it as `TimeoutError`.
#
# ## Try it
#
# - Leave out the `raise` in `download`. What does awaiting the film give then?
# - Put `await asyncio.shield(film)` in a timeout. Does the film stop?
# - Use `asyncio.wait_for(download("album", 10), 0.1)`.
#
# ## Remember
#
# - A cancellation arrives as an exception at an `await`; between two awaits nobody can stop a task.
# - Catch `CancelledError` to tidy up, and raise it again.

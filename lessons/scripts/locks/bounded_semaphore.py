# ---
# title: BoundedSemaphore
# topic: Locks
# order: 260
# id: bounded-semaphore
# ---

# %% [markdown]
# # One key too many
#
# At the boat hire, a guest finds a key in an old coat and hangs it on the board, to be helpful.
# From now on three keys hang there for two boats. Nothing happens until the first busy afternoon.
#
# A semaphore counts releases; it does not ask whether there was an `acquire` before. Below, a
# guest who gets no boat is sent away, yet the `finally` hangs back a key for everybody.

# %%
import threading
import time


def row(keys):
    try:
        if keys.acquire(blocking=False):
            time.sleep(0.3)
    finally:
        try:
            keys.release()          # even if there was no key
        except ValueError as error:
            print("the board says:", error)


def keys_on_the_board(keys):
    found = 0
    while keys.acquire(blocking=False):
        found += 1
    return found


# %% [markdown]
# A **BoundedSemaphore** remembers how many there were in the beginning. **Before you run it**,
# decide how many keys each board has after an afternoon with two boats and three guests.

# %%
for board in [threading.Semaphore, threading.BoundedSemaphore]:
    keys = board(2)
    guests = [threading.Thread(target=row, args=(keys,)) for _ in range(3)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    print(board.__name__, "has now", keys_on_the_board(keys), "keys")

# %% [markdown]
# ## What happened
#
# The plain semaphore ended with three keys. It raised no error, and it will let three guests go
# to two boats from now on: a limit that has quietly become another one.
#
# The bounded one refused, with a `ValueError`, when a release would have lifted it above its
# first value. Its complaint comes late, by the way. The key too many was hung up while both boats
# were out, and there was room for it then. The error hits whoever comes back last, who did
# nothing wrong. It tells you *that* somebody released too often, not *who*.
#
# **In the timeline**, there are two afternoons with three guests each, and one guest in each has
# no sleep. That is the one to ask.
#
# ## Try it
#
# - Put the `acquire` in front of the `try` and return at once if it fails. Who releases now?
# - Use `with keys:`. Can you still make the mistake?
# - When would you *want* a semaphore that grows? Think of a shop that receives another boat.
#
# ## Remember
#
# - Release only what you have acquired. `with` does it for you.
# - Where the number is fixed, take `BoundedSemaphore`: it turns a silent error into a loud one.

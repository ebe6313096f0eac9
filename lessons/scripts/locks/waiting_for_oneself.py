# ---
# title: Waiting for oneself
# topic: Locks
# order: 220
# id: waiting-for-oneself
# ---

# %% [markdown]
# # Waiting for oneself
#
# You lock the bathroom from the inside. Then you stand there and wait, very patiently, for
# whoever is in the bathroom to come out.
#
# A household keeps its money in a tin, and a lock guards it. `take` is careful and takes the
# lock. `pay_rent` is careful as well: it wants to look and to pay in one piece, as *check, then
# act* demands. Each of the two functions is right.

# %%
import threading

tin = threading.Lock()
money = 100


def take(amount):
    global money
    with tin:
        money = money - amount


def pay_rent():
    with tin:
        if money >= 80:
            take(80)


# %% [markdown]
# **Before you run it**, follow the one and only thread with your finger. Which is the last line
# it reaches?

# %%
print("paying the rent ...")
pay_rent()
print("paid, and left over:", money)

# %% [markdown]
# ## What happened
#
# This program never ends. `pay_rent` takes the lock and calls `take`, and `take` waits until the
# lock is free. It would be given back at the end of `pay_rent`, which waits for `take` to return.
# A thread that can only be set free by itself waits for ever.
#
# When waits are tangled so that none of them can end, we call it a **deadlock**. Most take two
# threads; the smallest takes one. Lockstep notices that nobody is left who could release the
# lock, stops the run, and says who waits for what. Plain `python3` just stays silent: press
# Ctrl+C, and its traceback ends at the `with` in `take`.
#
# A `Lock` does not ask *who* holds it. Held is held, even if the one who knocks is the one
# inside.
#
# ## Try it
#
# - In `take`, use `tin.acquire(timeout=1)` in place of the `with` line, and print what it
#   returns. Who then gives back which lock?
# - Mend the program without a new kind of lock: move the line that changes `money` to a function
#   `take_unlocked`, which leaves the locking to its callers.
# - Raise an error between `tin.acquire()` and `tin.release()`, with no `with`. What will the next
#   caller meet?
#
# ## Remember
#
# - A thread that takes a `Lock` it already holds waits for itself, for ever.
# - Decide for each function: does it take the lock, or does it expect its caller to hold it?

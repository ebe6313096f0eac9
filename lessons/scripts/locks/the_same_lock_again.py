# ---
# title: "RLock: the same lock again"
# topic: Locks
# order: 230
# id: rlock
# ---

# %% [markdown]
# # The same lock again
#
# A hotel room locks behind you. Your key card opens it as often as you please: from the corridor,
# and once more for the inner door to the bath. For everybody else the room stays shut until you
# have left through both doors again.
#
# An **RLock**, a *re-entrant* lock, remembers which thread holds it and how many times that
# thread has come in. The holder may take it again and never waits. Here is the household from the
# last lesson, with a single letter added.

# %%
import threading

tin = threading.RLock()
money = 100


def take(amount):
    global money
    with tin:
        money = money - amount


def pay_rent():
    with tin:
        if money >= 80:
            take(80)


pay_rent()
print("paid, and left over:", money)

# %% [markdown]
# So how often must it be given back? Let somebody else try the door between the steps.
# `acquire(blocking=False)` takes the lock if it is free, does not wait if it is not, and tells
# which of the two it was.
#
# **Before you run it**, fill in the three answers.


# %%
def somebody_else_tries():
    if tin.acquire(blocking=False):
        print("somebody else: came in")
        tin.release()
    else:
        print("somebody else: locked out")


def let_somebody_try():
    visitor = threading.Thread(target=somebody_else_tries)
    visitor.start()
    visitor.join()


tin.acquire()
tin.acquire()
let_somebody_try()
tin.release()
let_somebody_try()
tin.release()
let_somebody_try()

# %% [markdown]
# ## What happened
#
# Taken twice, it was free after the second release and not before. The count starts at nothing,
# goes up with each `acquire` and down with each `release`; at nothing again, the lock is open to
# others. With nested `with` blocks you need not count at all.
#
# Because an RLock knows its owner, nobody else can give it back: they get a `RuntimeError`. A
# plain `Lock` may be released by any thread. That sounds careless, but a later lesson makes good
# use of it.
#
# ## Try it
#
# - Give the lock back once more at the very end. What does Python say?
# - Change `RLock` to `Lock`. How far does the program get?
# - Let the visitor call `tin.release()` while the main thread holds the lock.
#
# ## Remember
#
# - An RLock may be taken again by the thread that holds it, and must be given back as many times.
# - It helps a thread against itself. Two threads with two locks can still block each other.

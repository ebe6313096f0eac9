# ---
# title: "Semaphore: a few at a time"
# topic: Locks
# order: 250
# id: semaphore
# ---

# %% [markdown]
# # So many and no more
#
# A boat-hire place has two boats. Each boat that is out leaves an empty hook for its key. A guest
# who finds a key takes it and rows off; one who finds none sits down and waits for a boat to
# return.
#
# A lock is a board with one key. A **semaphore** is a board with as many as you say. `acquire`
# takes a key and waits if there is none; `release` hangs one back. Inside, it is no more than a
# number that never falls below zero.

# %%
import threading
import time

keys = threading.Semaphore(2)
counting = threading.Lock()
on_the_lake = 0
most = 0


def row():
    global on_the_lake, most
    with keys:
        with counting:
            on_the_lake = on_the_lake + 1
            most = max(most, on_the_lake)
        time.sleep(0.2)
        with counting:
            on_the_lake = on_the_lake - 1


# %% [markdown]
# Five guests, two boats, and each row takes 0.2 seconds. **Before you run it**: how long until
# the last one is back? And why is there a lock as well?

# %%
begin = time.perf_counter()

guests = [
    threading.Thread(target=row, name=f"guest {number}") for number in range(1, 6)
]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print("most boats out at once:", most)
print(f"all back after {time.perf_counter() - begin:.1f} seconds")

# %% [markdown]
# ## What happened
#
# **In the timeline** there are never more than two sleeping inside; the others wait for the
# semaphore. Five guests on two boats take three turns.
#
# Two threads are inside at once, and that is the point of a semaphore. It is also why it guards
# no variable: both may look at `on_the_lake` in the same moment. So the counting has a lock of
# its own. The semaphore limits *how many*; only a lock ensures *one at a time*.
#
# Semaphores stand where something is there a fixed number of times: connections to a database,
# licences, downloads that a server allows side by side.
#
# ## Try it
#
# - One boat, then five. What are the times?
# - Begin with `Semaphore(0)`, let the guests take a key with `keys.acquire()` and never give it
#   back, and let the main thread call `keys.release()` every 0.1 seconds, five times. Who decides
#   now when a guest may go?
# - Replace `with keys:` by `keys.acquire(timeout=0.1)`, and let those who get no key go home.
#
# ## Remember
#
# - `Semaphore(n)` lets at most n threads in at a time.
# - It counts permits and does not know who has one. What comes of that is in the next lesson.

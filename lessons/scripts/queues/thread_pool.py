# ---
# title: A thread pool
# topic: Producers and consumers
# order: 450
# id: thread-pool
# ---

# %% [markdown]
# # A taxi rank
#
# For each trip you could buy a car and scrap it at the end. Cities do it differently: a few taxis
# stand at a rank. You say where to go, the next free one takes you, and comes back for somebody
# else.
#
# A **thread pool** is a rank of threads. You hand it calls instead of making threads; they lie in
# a queue, and each thread takes the next when it is free. In return for a call you get a
# **future**: a receipt, against which you can have the result as soon as there is one.

# %%
import threading
import time
from concurrent.futures import ThreadPoolExecutor

drivers = set()


def drive(place, minutes):
    drivers.add(threading.current_thread().name)
    time.sleep(minutes / 100)
    if place == "the moon":
        raise ValueError("no road leads to " + place)
    return f"arrived at {place}"


# %% [markdown]
# Five trips, two taxis. One of the trips cannot end well. **Before you run it**: in which order
# do the lines come, and where does the error show up?

# %%
trips = [
    ("the harbour", 30),
    ("the zoo", 10),
    ("the moon", 10),
    ("the park", 20),
    ("home", 5),
]

with ThreadPoolExecutor(max_workers=2) as rank:
    receipts = [rank.submit(drive, place, minutes) for place, minutes in trips]
    print("trips ordered:", len(receipts))

for receipt in receipts:
    try:
        print(receipt.result())
    except ValueError as error:
        print("sorry,", error)

print("taxis used:", len(drivers))

# %% [markdown]
# ## What happened
#
# `submit` returned at once, five times. The `with` block then waited for all trips to end. The
# results come in the order in which *you* ask for them, which is that of the receipts; the zoo
# was reached before the harbour all the same. **In the timeline** you see how the five trips were
# spread over two rows.
#
# An error in a thread of your own is printed, and otherwise lost. In a pool it is kept with the
# receipt and raised when you call `result()`. If you never ask, you never hear of it.
#
# How many workers? For waiting, such as downloads, as many as may be under way at once. For
# computing, more than one is of little use in CPython: you remember the brush.
#
# ## Try it
#
# - One worker, then five. Work out beforehand how long it takes.
# - Ask for `receipts[0].result()` inside the `with`, directly after ordering. Which lines come in
#   which order then?
# - Use `rank.map(drive, ["here", "there"], [10, 5])`. In which order are the results?
# - Suppose one trip ordered another at the same rank and waited for its result, and there were
#   one taxi. What would become of them?
#
# ## Remember
#
# - A pool keeps a few threads and a queue of calls; a future stands for the result to come.
# - Always ask for the result, if only to learn of the error.

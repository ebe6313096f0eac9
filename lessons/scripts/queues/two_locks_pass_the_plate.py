# ---
# title: A hatch with two locks
# topic: Producers and consumers
# order: 410
# id: two-locks-pipeline
# ---

# %% [markdown]
# # The kitchen hatch
#
# Between the kitchen and the dining room there is a hatch with room for one plate. The cook puts
# a plate in; the waiter takes it out. The cook must not put a second plate on top of the first,
# and the waiter must not carry away the same plate twice, or none.
#
# One thread makes things, another uses them, and there is a place between the two: this is called
# **producer and consumer**, and you will find it in nearly every program with threads. The first
# solution uses nothing but locks, in a way you have not seen yet.

# %%
import threading

plate = None
room_for_one = threading.Lock()     # free: the cook may put a plate in
something_there = threading.Lock()  # free: the waiter may take it out
something_there.acquire()           # in the beginning there is nothing


def cook():
    global plate
    for dish in ["soup", "fish", "cake"]:
        room_for_one.acquire()
        plate = dish
        something_there.release()


def waiter():
    for _ in range(3):
        something_there.acquire()
        dish = plate
        room_for_one.release()
        print("served:", dish)


# %% [markdown]
# No thread gives back the lock that it took. **Before you run it**: can the order of the dishes
# change? Can the waiter come too early?

# %%
threads = [
    threading.Thread(target=waiter, name="waiter"),
    threading.Thread(target=cook, name="cook"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

# %% [markdown]
# ## What happened
#
# The locks work like a single token that is handed to and fro. Either the hatch has room, and
# then only the cook can go on; or there is something in it, and then only the waiter can. At
# every moment exactly one of the two may touch `plate`, and each passes the turn to the other.
#
# This is the use for a `Lock` that another thread may release. An `RLock`, which knows its owner,
# could not do it.
#
# **In the timeline**, each waits for the other in turns. That is safe, but stiff: the cook cannot
# prepare a second plate while the first stands in the hatch, even if the waiter only needs a
# moment. What is missing is a longer hatch.
#
# ## Try it
#
# - Leave out the line that takes `something_there` at the beginning. Who runs into an error, and
#   which?
# - Let the waiter expect four dishes. Who waits for whom?
# - Start a second cook and a second waiter. Do the locks still keep the plates apart?
#
# ## Remember
#
# - Two locks can pass a turn to and fro: take your own, give the other's.
# - It works for one place and strict turns. For more there is something better.

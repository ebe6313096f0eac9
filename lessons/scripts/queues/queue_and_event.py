# ---
# title: A queue and an event
# topic: Producers and consumers
# order: 420
# id: queue-and-event
# ---

# %% [markdown]
# # A longer hatch, and closing time
#
# With a hatch for three plates, the cook can work ahead while the waiter is in the dining room.
# Only when it is full must the cook wait, and only when it is empty the waiter.
#
# A `queue.Queue(3)` is such a hatch, with all the locks inside. `put` waits for room, `get` waits
# for something to take, and things come out in the order they went in.
#
# Closing time is a separate matter: an event says it. After that, the cook stops, but plates that
# are already in the hatch must still be served.

# %%
import queue
import threading
import time

hatch = queue.Queue(3)
closing = threading.Event()
cooked = []
served = []


def cook():
    while not closing.is_set():
        dish = f"dish {len(cooked) + 1}"
        cooked.append(dish)
        hatch.put(dish)
        time.sleep(0.02)


def waiter():
    while not closing.is_set() or not hatch.empty():
        try:
            served.append(hatch.get(timeout=0.3))
        except queue.Empty:
            continue
        time.sleep(0.05)


# %% [markdown]
# Cooking is quicker than serving. **Before you run it**: will all dishes be served? And why does
# `get` have a limit?

# %%
people = [
    threading.Thread(target=cook, name="cook"),
    threading.Thread(target=waiter, name="waiter"),
]
for person in people:
    person.start()

time.sleep(0.4)
closing.set()
for person in people:
    person.join()

print("as cooked, so served:", cooked == served)
print("left in the hatch:", hatch.qsize())

# %% [markdown]
# ## What happened
#
# **In the timeline**, the cook is quick at first and then waits at every `put`: the full hatch
# holds it to the waiter's pace. This braking is what the number 3 is for. Without a limit, a fast
# producer piles up things until the memory is used up.
#
# Now the limit on `get`. Suppose the waiter asks at a moment when the hatch is empty and it is
# not yet closing time. Then the event is set and the cook goes home. A `get` without a limit
# would wait for a dish that nobody will cook: the look at `closing` was true, and is over.
# *Check, then act* once more. With the limit, the waiter wakes up and looks again.
#
# Is it right now? Nearly. The cook may have seen `closing` too early and put one last dish into
# the hatch just after the waiter found it empty and left. There it stays, and gets cold. This is
# hard to hit, but real. With two things to watch, the hatch and the event, there is a gap between
# the two looks. The next lesson needs only one.
#
# ## Try it
#
# - Make the waiter the quicker one, and take the limit away. Run it several times: does it always
#   end?
# - Where would a sleep in the cook's function make sure that the last dish is left behind?
# - Make the hatch `queue.Queue()`, without limit. How many dishes are waiting at closing time?
#
# ## Remember
#
# - A queue does the locking and the waiting. A bounded one slows down whoever is too fast.
# - An event beside a queue makes two things to watch, and a gap between them.

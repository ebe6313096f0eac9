# ---
# title: The queue alone
# topic: Producers and consumers
# order: 430
# id: queue-alone
# ---

# %% [markdown]
# # "That was the last one"
#
# How does the waiter learn that the kitchen is closed? Looking into the hatch does not tell, and
# a sign on the door can be overlooked. Simplest of all, the cook puts a card into the hatch,
# behind the last plate: *that was the last one*.
#
# The card goes the same way as the plates, so it cannot overtake any and cannot be missed. Such a
# mark is called a **sentinel**. `None` is a good one, if no real item is ever `None`.

# %%
import queue
import threading
import time

hatch = queue.Queue(2)
served = []


def cook(dishes):
    for dish in dishes:
        hatch.put(dish)


def waiter():
    while True:
        dish = hatch.get()
        if dish is None:
            break
        time.sleep(0.1)        # to the table and back
        served.append(dish)


# %% [markdown]
# One cook, two waiters. The main thread waits for the cook and then lays out the cards. **Before
# you run it**: why are there two, and what would one waiter do without one?

# %%
menu = ["soup", "salad", "fish", "rice", "cake"]
chef = threading.Thread(target=cook, args=(menu,), name="cook")
waiters = [
    threading.Thread(target=waiter, name="waiter 1"),
    threading.Thread(target=waiter, name="waiter 2"),
]

chef.start()
for thread in waiters:
    thread.start()

chef.join()
for _ in waiters:
    hatch.put(None)
for thread in waiters:
    thread.join()

print("served:", len(served), "of", len(menu))
print("left in the hatch:", hatch.qsize())

# %% [markdown]
# ## What happened
#
# No lock, no event, no limit on any wait, and no look at whether the hatch is empty. There is one
# thing to watch, and `get` looks and takes in one piece. Nothing can get in between.
#
# Each waiter needs a card of its own, since a card that has been taken out is gone. And the cards
# are laid out only after the cook has finished, so that no plate comes in behind them. With
# several cooks you would join all of them first.
#
# **In the timeline**, the cook is done with four dishes at once: two went straight to the
# waiters, two are in the hatch. For the fifth there is no room, so the cook waits until a waiter
# comes back.
#
# Which waiter served which dish is open. The dishes leave the queue in order, but with two
# waiters on their way, the second may be at the table first.
#
# ## Try it
#
# - Lay out one card only. What does Lockstep report? Mend it differently: let each waiter put the
#   card back before leaving.
# - Lay out the cards before `chef.join()`. Which dishes are at risk?
# - Let one waiter raise an error at the `"fish"`. Does the program still end? Then make the menu
#   longer and both waiters fail.
#
# ## Remember
#
# - Let the end of the work travel through the queue, behind the work: one mark for each consumer.
# - Nobody looks whether the queue is empty. `get` waits, and that is all.

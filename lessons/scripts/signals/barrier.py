# ---
# title: "Barrier: wait for all"
# topic: Signals
# order: 370
# id: barrier
# ---

# %% [markdown]
# # Nobody goes ahead
#
# Three friends hike from hut to hut. They do not walk at the same speed, but they have agreed:
# nobody leaves a hut before all have arrived.
#
# A **barrier** is such a hut. It is made for a number of threads. `wait()` keeps each of them
# until that number has come together; then it lets all go, and is ready for the next time.

# %%
import threading
import time

hut = threading.Barrier(3)


def hike(name, hours):
    for day in [1, 2]:
        time.sleep(hours / 10)
        print(f"day {day}: {name} arrives")
        place = hut.wait()
        if place == 0:
            print(f"day {day}: all here, a photo!")
        hut.wait()


# %% [markdown]
# `wait()` returns a number, a different one to each: 0, 1 or 2. It is handy for giving a task to
# one of them, whichever it may be. **Before you run it**: who arrives last on day 1? And can the
# photo be taken before somebody has arrived?

# %%
hikers = [
    threading.Thread(target=hike, args=("Goat", 1), name="Goat"),
    threading.Thread(target=hike, args=("Donkey", 3), name="Donkey"),
    threading.Thread(target=hike, args=("Snail", 5), name="Snail"),
]
for hiker in hikers:
    hiker.start()
for hiker in hikers:
    hiker.join()

# %% [markdown]
# ## What happened
#
# The fast ones wait for the slow one, every day anew. **In the timeline**, the three rows leave
# the barrier at the same moment, and each day takes as long as the Snail.
#
# Why is there a second `hut.wait()`? Without it, the Goat could be off to the next hut while
# another is still getting out the camera. The first barrier says *all have arrived*, the second
# *all have finished looking*.
#
# So a barrier cuts the work of several threads into stages. Everything before it happens before
# anything after it: you may write your part of a table, wait, and then read the parts of the
# others.
#
# It is strict, too. If one of the three never comes, the others wait for ever.
# `hut.wait(timeout=1)` ends that: it breaks the barrier, and *everybody* who waits there gets a
# `BrokenBarrierError`.
#
# ## Try it
#
# - Make a `Barrier(4)` and run it. Then give each `wait` a timeout of 1 second.
# - Take out the second `hut.wait()`. What may the others be doing while the photo is taken? Let
#   each hiker print a line before setting out, and see.
# - Pass `action=` a function when you make the barrier. Who calls it, and when?
#
# ## Remember
#
# - `Barrier(n)` holds threads back until n have come, again and again.
# - Use it between stages: first all of this, then all of that.

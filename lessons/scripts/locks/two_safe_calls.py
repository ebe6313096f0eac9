# ---
# title: Two safe calls
# topic: Locks
# order: 215
# id: two-safe-calls
# ---

# %% [markdown]
# # Two safe calls
#
# You count the money in the house: first what is in the tin, then, in the other room, what is in
# the jar. While you walk from one to the other, somebody moves a note from the tin to the jar.
# You have counted it twice, and each time you counted correctly.
#
# Below, everybody is careful. Whoever looks at the tin or the jar takes the lock, and so does
# whoever moves money.

# %%
import threading
import time

lock = threading.Lock()
tin = 60
jar = 40


def move_to_jar(amount):
    global tin, jar
    with lock:
        tin -= amount
        jar += amount


def in_tin():
    with lock:
        return tin


def in_jar():
    with lock:
        return jar


def count():
    first = in_tin()
    time.sleep(0.4)         # walk to the other room
    second = in_jar()
    print("counted:", first + second)


# %% [markdown]
# Every function that touches the money is safe, taken by itself. **Before you run it**, decide
# what is counted.

# %%
counter = threading.Thread(target=count, name="counter")
counter.start()
time.sleep(0.2)
move_to_jar(30)
counter.join()

print("really there:", in_tin() + in_jar())

# %% [markdown]
# ## What happened
#
# 130, although there were never more than 100. No update was lost, and no thread saw half of a
# change. The total is wrong because its two halves come from different times: the tin from before
# the move, the jar from after it.
#
# A lock makes *one* piece of what stands inside it. Two pieces in a row are not a piece. That
# every single operation is safe does not make their combinations safe, and no class can do it for
# you: only you know which values belong together.
#
# What has to hold at every moment, here *tin plus jar is 100*, is called an **invariant**. While
# the lock is held, it may be broken for a moment; whoever relies on it must look at everything in
# one go.
#
# **In the timeline**, the counter sleeps in the middle of its counting, and the lock is free all
# that time.
#
# ## Try it
#
# - Move the lock out of `in_tin` and `in_jar`, and put one `with lock:` around all of `count`.
#   What is counted, and when can the money move?
# - Or leave these two as they are, and put a `with lock:` around their calls in `count`. It seems
#   the obvious thing to do. What happens is the subject of the next lesson.
#
# ## Remember
#
# - Operations that are safe one by one are not safe together.
# - Values that belong together are read, and written, under one and the same hold of the lock.

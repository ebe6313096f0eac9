# ---
# title: The lock that mends it
# topic: Locks
# order: 210
# id: lock
# claims:
#   - observe: last-line
#   - never: deadlock
#   - races: none
# ---

# %% [markdown]
# # The lock that mends it
#
# Two doors of a museum have been losing count, because one of them looked at the number while the
# other was about to change it. What we need is a rule: *whoever looks at the number may finish
# writing it before anybody else looks.*
#
# A **lock** is such a rule in the form of an object. Think of a single pen that lies beside the
# number. To count, you take the pen; when you have written, you put it back. Whoever finds the
# pen gone waits until it is there again.

# %%
import threading
import time

visitors = 0
pen = threading.Lock()


def count_at_door(people):
    global visitors
    for _ in range(people):
        with pen:
            seen = visitors
            time.sleep(0.01)
            visitors = seen + 1


# %% [markdown]
# `with pen:` takes the lock, does the indented lines, and gives the lock back, even if an error
# makes us leave these lines early. The three lines in it are now one piece as far as the two
# doors are concerned: while one door is inside, the other cannot be.
#
# **Before you run it**, decide two things: what is the total, and does it take longer than
# before?

# %%
begin = time.perf_counter()

doors = [threading.Thread(target=count_at_door, args=(10,)) for _ in range(2)]
for door in doors:
    door.start()
for door in doors:
    door.join()

print("came in:", 20)
print("counted:", visitors)
print(f"it took {time.perf_counter() - begin:.1f} seconds")

# %% [markdown]
# ## What happened
#
# **In the timeline**, the rows no longer sleep side by side. While one door sleeps with the pen
# in its hand, the other is *waiting for the lock*, and the wait ends when the pen is put back.
# Nobody looks at a number that is about to change, so nobody is lost.
#
# It has a price: the doors take turns now, so the whole takes about twice as long. That is why
# one keeps a lock for as few lines as possible, and here the good morning has no business among
# them.
#
# Look also at *who* takes the pen next. A door that has just put it back may well be the one to
# take it again, while the other goes on waiting. The lock promises that there is one at a time;
# it does not promise a fair queue.
#
# A lock does not know what it guards. Nothing ties `pen` to `visitors` but our habit of taking
# the one before we touch the other, and a single place that forgets is enough to lose people
# again.
#
# ## Try it
#
# - Move `time.sleep(0.01)` out of the `with` block, above it. Is the total still right? How long
#   does it take now?
# - Write a second function that counts without `with pen:` and let one door use it.
# - Give each door a lock of its own, made inside the function. What do you expect? Check.
#
# ## Remember
#
# - `with lock:` lets one thread in at a time; the others wait.
# - It helps only if *every* place that uses the shared variable takes the *same* lock, around the
#   look and the write together.

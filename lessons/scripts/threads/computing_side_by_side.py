# ---
# title: Computing with the GIL
# topic: Threads
# order: 60
# id: gil
# ---

# %% [markdown]
# # Computing side by side
#
# Two people want to paint a wall, and there is one brush. They can pass it to and fro as often as
# they like: the wall is not done any sooner than if one of them painted alone.
#
# In CPython, the Python that most people use, this brush is called the **GIL**, the *global
# interpreter lock*. A thread must hold it to run Python code, and there is one for the whole
# program.

# %%
import threading
import time


def paint(strokes):
    done = 0
    while done < strokes:
        done += 1


strokes = 2_000_000

# %% [markdown]
# Nothing waits here: `paint` only computes. Such work is called **CPU-bound**. **Before you run
# it**: the second half uses two threads. Does it take half as long, the same, or longer?

# %%
begin = time.perf_counter()
paint(strokes)
paint(strokes)
print(f"one after the other: {time.perf_counter() - begin:.2f} seconds")

begin = time.perf_counter()
painters = [threading.Thread(target=paint, args=(strokes,)) for _ in range(2)]
for painter in painters:
    painter.start()
for painter in painters:
    painter.join()
print(f"side by side: {time.perf_counter() - begin:.2f} seconds")

# %% [markdown]
# ## What happened
#
# About the same. The numbers differ a little from run to run, but the second is nowhere near half
# of the first, however many processors your computer has.
#
# **In the timeline**, zoom into the rows of the two painters. They never compute at the same
# moment: while one is *running*, the other is *ready*, but has to wait for the GIL. A thread that
# finds it taken waits for 5 milliseconds, the **switch interval**, and then asks for it. The one
# that has it hands it over as soon as it jumps back in a loop or calls a function.
#
# So why did the letters of the last lesson overlap? Because a thread that sleeps or waits for an
# answer puts the brush down first.
#
# This is a rule of CPython, not of Python. Since version 3.13 there are builds without a GIL, and
# with them the second half really can take half the time.
#
# ## Try it
#
# - Choose a switch interval of 0.1 ms at the top, and look at the timeline again. Does it get
#   faster?
# - Put `time.sleep(0.3)` at the end of `paint`. Which part of the work overlaps now?
# - Start four painters with half the strokes each. How long should it take? And does it?
#
# ## Remember
#
# - With the GIL, threads overlap their waiting, not their computing.
# - The GIL guards Python, not your program: in the middle of your work, another thread may get
#   the brush.

# ---
# title: Starting a thread
# topic: Threads
# order: 10
# id: starting-a-thread
# ---

# %% [markdown]
# # Starting a thread
#
# So far, your programs have had one reader. Imagine a finger resting on a line of the program:
# Python does what the line says, and the finger moves on. There is one finger, so things happen
# one after another.
#
# A **thread** is such a finger. Every program begins with one, called the **main thread**, and it
# may put more fingers on the page. Each then follows the program at its own pace.
#
# Let us make breakfast. The kettle needs a while, and there is no reason to stand and stare at
# it.

# %%
import threading
import time


def boil_water():
    print("kettle: on")
    time.sleep(0.3)
    print("kettle: boiling")


# %% [markdown]
# To get a second thread, make a `Thread` and tell it which function to read. Look closely at
# `target=boil_water`: there are no brackets after the name. We do not call the function, we hand
# it over, and the new thread will call it.
#
# Making the thread does not set it going. Only `start()` does that.
#
# **Before you run it**, decide: which of the lines below comes last? And is `kettle: on` printed
# before or after `me: slicing bread`?

# %%
kettle = threading.Thread(target=boil_water)
print("me: a thread is made, nothing is on yet")

kettle.start()
print("me: slicing bread")
time.sleep(0.1)
print("me: bread is sliced, that was all from me")

# %% [markdown]
# ## What happened
#
# `start()` came back at once. From there on, two threads were at work: the main thread sliced
# bread while the other one waited for the water. The main thread reached its last line first, yet
# the program went on until the kettle was done: it ends when *every* thread has ended.
#
# And the order of `kettle: on` and `me: slicing bread`? Both threads were able to run at that
# moment, and the program does not say who goes first. Either answer is right. You may see the
# same order a hundred times; it still is not a promise.
#
# **In the timeline**, each thread has its own row. The row of the kettle begins where `start()`
# was called, and most of it is sleep. See how the two sleeps lie side by side: together they took
# as long as the longer one, not as long as both.
#
# ## Try it
#
# - Write `target=boil_water()`, with brackets. Who boils the water now, and when?
# - Use `kettle.run()` in place of `kettle.start()`. How many rows has the timeline?
# - Start two kettles. Does breakfast take twice as long? Then call `start()` a second time on the
#   same kettle and read what Python has to say.
#
# ## Remember
#
# - `Thread(target=f)` makes a thread, `start()` sets it going, and your own thread carries on.
# - Lines of one thread keep their order. Between lines of two threads there is none, unless you
#   make one.

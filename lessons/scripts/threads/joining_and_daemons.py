# ---
# title: Joining and daemons
# topic: Threads
# order: 20
# id: joining-and-daemons
# ---

# %% [markdown]
# # Waiting for a thread, or not
#
# Once a thread is on its way, you often need to know that it has finished: you cannot serve bread
# that is still in the oven. At other times you do not care at all: a radio that plays in the
# kitchen should not keep you from leaving the house.
#
# Here is an oven that we will have to wait for. What it bakes and for how long is handed over in
# `args`, one value for each parameter of the function.

# %%
import threading
import time


def bake(name, seconds):
    print(f"oven: {name} goes in")
    time.sleep(seconds)
    print(f"oven: {name} is done")


bread = threading.Thread(target=bake, args=("bread", 0.2))
cake = threading.Thread(target=bake, args=("cake", 0.5))
bread.start()
cake.start()

# %% [markdown]
# `bread.join()` means: *I stop here until the thread `bread` has ended.* Nothing is passed over
# and nobody is hurried; the one who calls simply waits. `is_alive()` asks whether a thread is
# still on its way, without waiting.
#
# **Before you run it**, decide: is the cake done when the bread is put on the table?

# %%
bread.join()
print("me: bread is on the table; cake still in the oven:", cake.is_alive())

# %% [markdown]
# Now for the radio. It plays for ever, and a program ends only when all its threads have ended,
# so this one would never end. That is why it is started as a **daemon**: a thread that nobody
# waits for at the end. When all the others are through, daemons are cut off wherever they happen
# to be.


# %%
def play_radio():
    song = 1
    while True:
        print(f"radio: song {song}")
        time.sleep(0.12)
        song += 1


radio = threading.Thread(target=play_radio, daemon=True)
radio.start()

cake.join()
print("me: cake is on the table, dinner is served")

# %% [markdown]
# ## What happened
#
# **In the timeline**, find the stretches where the main thread waits: in `bread.join()` and in
# `cake.join()`. Each of them ends exactly where the row of that thread ends. The row of the radio
# has no such end. It is cut off in the middle of a song, at the moment the main thread finished.
#
# Being cut off means just that: no farewell, no tidying up. So a daemon is no place for work that
# must be completed, such as saving a file.
#
# ## Try it
#
# - Swap the two joins: first the cake, then the bread. Does the whole take longer? How long does
#   the second one wait?
# - Take both joins away. Which lines come too early, and does the program still bake to the end?
# - Remove `daemon=True`. When you have heard enough, press Stop.
# - Ask for patience with a limit, `cake.join(0.1)`, and print `cake.is_alive()` after it.
#
# ## Remember
#
# - `t.join()` makes the caller wait until `t` has ended; it is how you say *first that, then
#   this*.
# - A program waits for its threads at the end, but not for daemons.

# ---
# title: The print race
# topic: Races
# order: 130
# id: print-race
# ---

# %% [markdown]
# # Talking at the same time
#
# Two loudspeakers hang in a station hall. Each announcement is perfectly clear, until both speak
# at once.
#
# The screen is shared too. Whatever a thread prints goes to the one output of the program, just
# as a change of a global variable goes to the one variable. Here each announcement takes two
# prints; the first ends with a space instead of a new line.

# %%
import threading
import time


def announce(train, platform):
    print(f"The {train} leaves", end=" ")
    time.sleep(0.4)
    print(f"from platform {platform}.")


# %% [markdown]
# The second announcement begins a little later than the first. **Before you run it**, write down
# exactly what you will see.

# %%
express = threading.Thread(target=announce, args=("express", 1))
night_train = threading.Thread(target=announce, args=("night train", 2))

express.start()
time.sleep(0.1)
night_train.start()

express.join()
night_train.join()

# %% [markdown]
# ## What happened
#
# Nothing was lost and nothing was said twice, yet no passenger knows where to go. Each call of
# `print` did its part. But two calls are two steps, and here the other thread spoke in between.
#
# The sleep only makes it certain. Without it the announcements nearly always come out whole, and
# one day they do not.
#
# Is at least a *single* `print` one piece? Not quite: it hands over the text first, and the end
# of the line afterwards. In CPython 3.11 hardly anything ever gets in between, unless every piece
# is written out at once, as `python3 -u` does: there you will soon find two texts on one line.
#
# ## Try it
#
# - Put the whole sentence into one `print`. Which trouble is gone, and what is still open?
# - Keep the two prints, and put a lock around them. Does the second train wait?
# - Add a third thread that prints a line every 0.05 seconds without taking the lock. What good is
#   the lock now?
#
# ## Remember
#
# - Output is shared data. Prints that belong together need a lock, taken by everybody who prints.
# - Better still: build the text first and print it in one go, or leave all printing to a single
#   thread. We come back to that.

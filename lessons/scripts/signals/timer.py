# ---
# title: "Timer: not now, later"
# topic: Signals
# order: 330
# id: timer
# ---

# %% [markdown]
# # Later, unless called off
#
# You set the egg timer and read the paper. When it rings, it is the timer that rings; you need
# not have watched it. And the alarm clock you were quicker than, you simply switch off.
#
# A `Timer` is a thread that waits for some seconds and then calls a function. `start()` winds it
# up, `cancel()` calls it off as long as the time is not over.

# %%
import threading
import time


def remind(what):
    print("reminder:", what)


egg = threading.Timer(0.5, remind, args=("the egg is done",))
alarm = threading.Timer(0.6, remind, args=("get up!",))

# %% [markdown]
# **Before you run it**, put the four lines of output in order. Is there a fifth?

# %%
egg.name = "egg"
alarm.name = "alarm"
egg.start()
alarm.start()
print("me: both are ticking")

time.sleep(0.2)
alarm.cancel()
print("me: up already, no alarm needed")

egg.join()
alarm.join()
print("me: breakfast, alarm still alive:", alarm.is_alive())

# %% [markdown]
# ## What happened
#
# **In the timeline**, each timer has a row. The egg's is one wait with a short call at its end.
# The alarm's is a wait that was cut off, and nothing after it: a cancelled timer ends without
# calling anything.
#
# The reminder is printed by the timer's own thread, not by yours. What the function touches is
# therefore shared, with all that goes with it: if it changes something that you use as well, the
# two of you need a lock.
#
# You have met the machine inside already. A timer waits for an event with a limit. If the limit
# is reached, it calls the function; if `cancel()` raises the flag first, it does not. From this
# follows what `cancel()` *cannot* do. It does not stop a function that has begun, and if it comes
# at the very last moment, either may win.
#
# ## Try it
#
# - Cancel the egg as well, after `egg.join()`. Is that an error?
# - Let `remind` start a new timer for itself, so that it comes again and again. How do you end
#   it?
# - Write a class `Timer` yourself, with `threading.Thread` and `threading.Event`. Ten lines are
#   enough.
#
# ## Remember
#
# - `Timer(seconds, function)` calls the function later, in a thread of its own.
# - `cancel()` is for timers that have not gone off; the others do not notice.

# ---
# title: Check, then act
# topic: Races
# order: 120
# id: check-then-act
# claims:
#   - observe: last-line
#   - always: "tickets sold for the last seat: 2"
#   - races: seat_is_free
# ---

# %% [markdown]
# # Check, then act
#
# There is no milk in the fridge, so you go out to buy some. While you are at the shop, your
# flatmate looks into the fridge. No milk! An hour later there are two bottles in it. Both of you
# looked, and both were right at the time.
#
# A theatre sells its last seat at two counters. Each of them is careful and looks first.

# %%
import threading
import time

seat_is_free = True
tickets = []


def sell_at(counter):
    global seat_is_free
    if seat_is_free:              # check
        time.sleep(0.2)           # the guest looks for some change
        seat_is_free = False      # act
        tickets.append(counter)


# %% [markdown]
# **Before you run it**: how many guests go home with a ticket?

# %%
counters = [
    threading.Thread(target=sell_at, args=(name,), name=name)
    for name in ["left", "right"]
]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()

print("tickets sold for the last seat:", len(tickets))

# %% [markdown]
# ## What happened
#
# The `if` was true when it was asked. It was no longer true when it mattered. A check is a
# statement about the past: whatever it told you, another thread may have changed since. Between
# the two lines lies a gap, and anybody can step into it.
#
# You will meet the pattern in many shapes: `if name not in table: table[name] = ...`, *if the
# file does not exist, make it*, *if the list is not empty, pop its last item*. Each line alone is
# harmless.
#
# The cure is to make the two **one piece**, with a lock around the check *and* the act. A lock
# around the act alone is a mistake worth looking at: both counters still check at leisure, and
# then wait politely to do the wrong thing one after the other.
#
# **In the timeline**, both rows sleep at once. In these 0.2 seconds, each counter believes that
# the seat is its own.
#
# ## Try it
#
# - Make a lock, and put `with lock:` around the last two lines of the function. How many are
#   sold?
# - Now move it up, above the `if`. And now?
# - Take out the sleep. The result is right every time you look. Would you sell tickets with it?
#
# ## Remember
#
# - What you checked may be over before you act on it.
# - Keep check and act together under one lock, or use one operation that does both.

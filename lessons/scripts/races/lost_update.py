# ---
# title: A lost update
# topic: Races
# order: 110
# id: lost-update
# claims:
#   - observe: last-line
#   - always: "counted: 10"
#   - never: deadlock
#   - races: visitors
# ---

# %% [markdown]
# # A lost update
#
# A museum has two doors and one number: how many visitors are inside. At each door a thread
# counts. Whenever somebody comes in, it looks at the number, adds one, and writes the new number
# down.
#
# Threads of one program share its variables. Both doors see the same `visitors`, and that is just
# what we want here. Or is it?

# %%
import threading
import time

visitors = 0


def count_at_door(people):
    global visitors
    for _ in range(people):
        seen = visitors        # look at the number
        time.sleep(0.01)       # somebody says good morning
        visitors = seen + 1    # write down one more


# %% [markdown]
# Ten people come through each door. **Before you run it**, write down the total you expect. Then
# run it a few times.

# %%
doors = [threading.Thread(target=count_at_door, args=(10,)) for _ in range(2)]
for door in doors:
    door.start()
for door in doors:
    door.join()

print("came in:", 20)
print("counted:", visitors)

# %% [markdown]
# ## Where did they go?
#
# Suppose the number is 4. The first door looks: 4. While it says good morning, the second door
# looks as well: 4. Then the first one writes 5, and the second one, who knows nothing of that,
# also writes 5. Two people came in, and the number went up by one. The first door's update is
# **lost**.
#
# Nobody made an error in adding. Each thread alone is right; they are wrong *together*, and only
# because one came in between the other's look and its writing. When a result depends on such
# timing, we speak of a **race**.
#
# **In the timeline**, look at the two rows side by side. Both sleep at once, again and again: in
# each of these sleeps, both doors hold the same old number in their hands.
#
# ## Surely `visitors += 1` would do?
#
# It is shorter, but it is no different: Python looks the number up, adds one, and stores the
# result. These are separate steps, and another thread may get in between.
#
# To be honest about it: CPython 3.11 hands over to another thread only in certain places, when a
# loop jumps back and when a function is called. In a plain loop, a lone `+= 1` offers no such
# place in its middle, so you can run it all day and lose nobody. But that is a habit of one
# version, not a rule of the language. Earlier versions switched in more places; there are builds
# of Python whose threads run at the very same moment; and once the line reads
# `visitors += size(group)`, there is a call in its middle. What is true of all of them: a look
# and a write are two steps.
#
# ## Try it
#
# - Take the `time.sleep` away. Is the total right now? Is the program right now?
# - Put `seen = visitors` after the sleep. Better? Why is *better* not enough?
# - Make it three doors. What is the smallest total you can get?
#
# ## Remember
#
# - Reading a shared variable and then writing it are two steps, and any other thread may run in
#   between.
# - A program with a race can be right a thousand times. That a run went well proves nothing.

# ---
# title: Waiting side by side
# topic: Threads
# order: 50
# id: waiting-side-by-side
# ---

# %% [markdown]
# # Waiting side by side
#
# You write to three friends. Do you post the first letter, sit at the window until the answer
# comes, and only then begin the second letter? You would post all three and wait once.
#
# Programs send letters as well: to a web server, a database, a disk. The answer takes its time,
# and meanwhile there is nothing to compute. Work of this kind is called **I/O-bound**: input and
# output decide how long it takes, not the processor. Here a sleep stands for the answer's way.

# %%
import threading
import time


def ask(friend):
    time.sleep(0.2)
    print("an answer from", friend)


friends = ["Rome", "Oslo", "Cairo"]

# %% [markdown]
# First one letter after the other, then all of them at once, each in a thread. **Before you run
# it**, estimate both times.

# %%
begin = time.perf_counter()
for friend in friends:
    ask(friend)
print(f"one after the other: {time.perf_counter() - begin:.1f} seconds")

begin = time.perf_counter()
letters = [
    threading.Thread(target=ask, args=(friend,), name=friend) for friend in friends
]
for letter in letters:
    letter.start()
for letter in letters:
    letter.join()
print(f"side by side: {time.perf_counter() - begin:.1f} seconds")

# %% [markdown]
# ## What happened
#
# One after the other, the waits add up. Side by side, they lie on top of each other, and all of
# it takes as long as the slowest answer. **In the timeline** you see both halves: first three
# sleeps one behind the other in the main thread's row, then three below one another.
#
# No thread worked faster. There was hardly any work in the first place, and a thread that waits
# keeps nobody from running: before Python waits for a clock, a disk or a network, it steps aside
# and lets another thread go on.
#
# In the second half, look at the order of the answers. All three are due at almost the same
# moment, and which comes first is not settled anywhere.
#
# ## Try it
#
# - Let Rome take 0.2 seconds, Oslo 0.4 and Cairo 0.1. Foretell both times, then run it.
# - Write to twenty friends. What happens to the first time, and what to the second?
# - Join every letter straight after starting it, in the same loop. What has become of your
#   threads?
#
# ## Remember
#
# - Threads pay off where a program spends its time waiting: the waits overlap.
# - Start them all first, then join them all.
#
# What if nobody waits, and all are busy? That is the next lesson.

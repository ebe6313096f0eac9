# ---
# title: Fuzzing
# topic: Races
# order: 140
# id: fuzzing
# ---

# %% [markdown]
# # Shaking the tree
#
# Is that apple loose? You cannot tell by looking at it. Shake the tree, and the loose ones come
# down.
#
# The museum's doors again, and this time without a sleep between the look and the write. The race
# is still there; it hardly ever shows. **Fuzzing** is a way to bring such errors down: wherever a
# switch to another thread might do harm, wait for a random, very short time. A right program
# stays right, however long its threads pause. A wrong one gives itself away.

# %%
import random
import threading
import time

fuzzing = False
visitors = 0


def fuzz():
    if fuzzing:
        time.sleep(random.random() / 500)


def come_in():
    global visitors
    fuzz()
    seen = visitors
    fuzz()
    visitors = seen + 1


def is_right():
    global visitors
    visitors = 0
    doors = [threading.Thread(target=come_in) for _ in range(3)]
    for door in doors:
        door.start()
    for door in doors:
        door.join()
    return visitors == 3


# %% [markdown]
# Each trial lets three people in. **Before you run it**, guess how many of twenty trials go
# wrong: first as it is, then with fuzzing.

# %%
for fuzzing in [False, True]:
    wrong = 20 - sum(is_right() for _ in range(20))
    print("fuzzing:", fuzzing, "- wrong totals:", wrong, "of 20")

# %% [markdown]
# ## What happened
#
# The first line usually says 0, and you might have called the program tested. The second tells
# the truth. The pauses did not put the error in. They only made the small gap between the look
# and the write wide enough to be hit.
#
# Mind the difference between two sentences. *I shook the tree and an apple fell* is a proof that
# it was loose. *I shook the tree and nothing fell* proves nothing: perhaps you did not shake hard
# enough. Fuzzing shows that errors are there, never that none are.
#
# ## Try it
#
# - Take out the second `fuzz()`. Do you still catch the error? Which of the two pauses matters?
# - Add a lock around the look and the write, and leave the fuzzing in. How many trials will
#   convince you?
# - Use the shortest switch interval in place of fuzzing. Does it find the error?
#
# ## Remember
#
# - Random pauses at suspicious places turn a rare error into a frequent one.
# - Tests can show a race. To show that there is none, every order must be tried, not just some.

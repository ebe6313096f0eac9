# ---
# title: Peterson's algorithm
# topic: Classics
# order: 510
# id: peterson
# claims:
#   - observe: last-line
#   - always: "counted: 4 of 4"
#   - races: turn
# ---

# %% [markdown]
# # A lock made of nothing
#
# Two people meet at a narrow door. If both insist, they collide; if both only wave the other
# through, they stand there till evening. A polite pair that gets on does it like this: each says
# *I would like to go through*, and adds, *but after you*. Whoever said *after you* last, waits.
#
# In 1981 Gary Peterson made an algorithm of this. It needs no lock and no help from the system,
# just three ordinary variables: who wants to go in (one for each), and whose turn it is if both
# want to.

# %%
import threading

wants = [False, False]
turn = 0
visitors = 0


def count_at_door(me, people):
    global turn, visitors
    other = 1 - me
    for _ in range(people):
        wants[me] = True
        turn = other                            # after you
        while wants[other] and turn == other:
            pass                                # you are at it, so I wait
        seen = visitors
        visitors = seen + 1
        wants[me] = False


# %% [markdown]
# **Before you run it**: can both be between the `while` and the last line at once? And can both
# be stuck in the `while`?

# %%
doors = [threading.Thread(target=count_at_door, args=(me, 2)) for me in [0, 1]]
for door in doors:
    door.start()
for door in doors:
    door.join()

print("counted:", visitors, "of 4")

# %% [markdown]
# ## Why it works
#
# Suppose both want to go in. `turn` has one value, so of the two conditions *turn is the other's*
# only one can hold: never are both stuck. And whoever wrote `turn` last finds both conditions
# true and waits: never are both inside.
#
# Each line matters, and so does the order. If a door looks first and says afterwards that it
# wants to, both may look at once, see nobody, and go in. It is *check, then act* in a new coat.
#
# ## Why nobody uses it
#
# The waiting thread runs round and round in the `while`. This is called **spinning**, and it uses
# up computing time that the other one could use. A real lock puts the thread to sleep.
#
# There is a second reason. The proof assumes that everybody sees the writes in the order in which
# they were made. In CPython 3.11 the GIL sees to that. Without it, and in most other languages,
# compilers and processors may reorder plain reads and writes, and then both doors can get in.
#
# ## Try it
#
# - Swap the lines `wants[me] = True` and `turn = other`. Step through an order in which both get
#   in, or let *Explore* find one.
# - Leave out `turn`, and write `while wants[other]: pass`. What is the danger now?
# - Put `time.sleep(0.05)` between the look and the write, and run it. What does **the timeline**
#   say the waiting door is doing? Then put `time.sleep(0)` in place of `pass`. What is polite
#   about it?
#
# ## Remember
#
# - One thread at a time can be had with plain variables, at the price of spinning, if writes keep
#   their order.
# - An argument about threads has to cover every order, not just the likely ones.

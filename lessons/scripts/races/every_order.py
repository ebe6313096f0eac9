# ---
# title: Every order
# topic: Races
# order: 150
# id: every-order
# claims:
#   - observe: last-line
#   - can: "counted: 1"
#   - can: "counted: 2"
#   - never: deadlock
#   - races: visitors
# ---

# %% [markdown]
# # Every order
#
# To learn whether a maze has a second exit, you may stroll through it a hundred times. Or you
# draw a plan, and at every fork you try the left way and the right way, until no fork is left.
#
# Fuzzing is strolling. Here is the plan. It is the program you have stepped through by hand: two
# doors, one visitor each, and nobody sleeps.

# %%
import threading

visitors = 0


def come_in():
    global visitors
    seen = visitors        # look
    visitors = seen + 1    # write


doors = [threading.Thread(target=come_in) for _ in range(2)]
for door in doors:
    door.start()
for door in doors:
    door.join()

print("counted:", visitors)

# %% [markdown]
# **Before you run it**, take a pencil. Each door takes two steps, a look and a write, and keeps
# its own two in order. Write down every way to merge these four steps into one row. For each,
# work out the count.
#
# Now run it, as often as you like. Then choose *Explore* at the top: Lockstep runs the program
# under every order of its steps and lists what came out. On the command line that is `lockstep
# explore every_order.py`.
#
# ## What happened
#
# Your list has six orders. In two of them one door is through before the other looks, and they
# count both visitors. The other four count one. However often you *ran* it, you most likely saw a
# 2 every time: the doors are so quick that one is through before the other has begun.
# **Exploring** found both results, and with each an order of the steps that leads to it: click
# the loss, and you can step through it.
#
# The difference is one of kind. A hundred good runs say: *I have not seen an error.* An
# exploration that came to its end says: *there is none*, for this program and this input.
#
# Why not explore everything, then? Because orders multiply. Two threads with two steps each have
# 6, with ten steps each 184,756; and a third thread makes far more of it. So one explores small
# programs that keep the heart of the matter, as this one does.
#
# ## Try it
#
# - Put a lock around the look and the write, and explore it. How many results are left?
# - Write `visitors += 1` instead. Is it one step or two?
# - Make it three doors. Which counts are possible? Decide first, explore afterwards.
#
# ## Remember
#
# - A run shows one order out of very many, and mostly the same few.
# - Explored to the end, a small program keeps no secrets.

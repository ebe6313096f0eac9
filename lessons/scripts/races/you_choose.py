# ---
# title: You choose who goes next
# topic: Races
# order: 112
# id: you-choose
# ---

# %% [markdown]
# # You choose who goes next
#
# In a game of chess the players take turns. Threads have no such rule: the computer decides who
# moves next, and it does not tell you. In this lesson you sit in its chair.
#
# Here are the two doors of the museum once more, with one visitor each, and without any sleep.

# %%
import threading

visitors = 0


def come_in():
    global visitors
    seen = visitors
    visitors = seen + 1


doors = [
    threading.Thread(target=come_in, name="north"),
    threading.Thread(target=come_in, name="south"),
]
for door in doors:
    door.start()
for door in doors:
    door.join()

print("counted:", visitors)

# %% [markdown]
# **Run it** a few times first. It counts 2, again and again. Can it count 1 at all? There are
# four steps: north looks, north writes, south looks, south writes. Write down an order of them in
# which it does.
#
# Now choose *Step* at the top, and press *Start*. Every thread has a row, and the row says what
# it would do next. Click the main thread until both doors have a row of their own. From then on,
# click the door whose turn it shall be.
#
# ## What to look for
#
# After a door's look, the old number is in its own variable `seen`, which the other door cannot
# see or change. From that moment the door knows nothing new about `visitors`. If the other door
# now looks too, both have a 0 in their hands, and one visitor is as good as lost, whichever of
# them writes first.
#
# Then go *back*, step by step, to the place where both were still right, and take another way. A
# real run offers no such thing: it happens once, and what might have happened instead is gone.
#
# You chose nothing that a computer could not have chosen. It rarely does, for two steps of one
# thread mostly follow each other at once. *Rarely* is what makes such errors so hard to find, and
# *possible* is what makes them errors.
#
# ## Try it
#
# - How many orders of the four steps are there, and how many of them count 1?
# - Stop after the north door's look, and let the south door do all of its work. Which number does
#   north write?
# - Write `visitors += 1` in place of the two lines, and step again. Is it one step?
#
# ## Remember
#
# - A program with threads is not one story but many: at each step, any thread that can go on may
#   be next.
# - It is right only if it is right in all of them.

# ---
# title: One line, several steps
# topic: Races
# order: 115
# id: one-line-several-steps
# claims:
#   - observe: last-line
#   - always: "counted: 5 of 10"
#   - races: visitors
# ---

# %% [markdown]
# # One line, several steps
#
# "Tea, please" is one sentence. Whoever makes the tea fills the kettle, waits, takes a cup, and
# pours. From outside it looked like one thing.
#
# A line of Python is such a sentence. The museum now keeps two records at its doors: a guest
# book, in which everybody signs, and the number. Each is updated in a single line.

# %%
import threading
import time

guest_book = []
visitors = 0


def tickets_of(guest):
    time.sleep(0.05)
    return 1


def open_door(guests):
    global visitors
    for guest in range(guests):
        guest_book.append(guest)
        visitors = visitors + tickets_of(guest)


# %% [markdown]
# Two doors, five guests each. **Before you run it**, decide which of the two records is going to
# be right.

# %%
doors = [threading.Thread(target=open_door, args=(5,)) for _ in range(2)]
for door in doors:
    door.start()
for door in doors:
    door.join()

print("in the guest book:", len(guest_book))
print("counted:", visitors, "of 10")

# %% [markdown]
# ## What happened
#
# Nobody is missing from the book. The number lost about half of the guests, though no line stands
# between the look and the write. They are *in* the line: Python fetches `visitors`, then calls
# `tickets_of`, then adds, then stores. All that the other door does during the call is forgotten
# by the store.
#
# And `guest_book.append(guest)`? Putting the item in is a single step inside CPython: it happens
# completely or not at all, and nobody sees half of it. Such a step is called **atomic**. So are:
# reading or replacing *one* variable, one attribute, or one item of a list; and adding to or
# taking from a list or a dictionary, as long as no code of yours is called on the way.
#
# Two warnings. These are properties of CPython more than promises of the language. And a chain of
# atomic steps is not atomic: in `visitors = visitors + 1`, the read is, and the write is, but not
# both together.
#
# ## Try it
#
# - Fetch the number of tickets first, `more = tickets_of(guest)`, and write `visitors += more`.
#   The result is right now. Which gap has become smaller, and is it gone?
# - How many guests does `len(guest_book)` tell you there are? Does the program need a number at
#   all?
# - Which of these are one step: `names[key] = 1`, `names[key] += 1`, `last = names.pop()`?
#
# ## Remember
#
# - Lines are not steps. Whatever is read and written again takes at least two.
# - Rely on atomic steps only if you are sure that there is just one. Otherwise take a lock.

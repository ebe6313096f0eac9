# ---
# title: The bounded buffer
# topic: Classics
# order: 530
# id: bounded-buffer
# claims:
#   - observe: last-line
#   - never: deadlock
#   - always: "left on the tray: 0"
# ---

# %% [markdown]
# # Whom to wake
#
# Behind the shop window is a tray with room for one cake. The baker waits while it is full,
# customers wait while it is empty, and all of them sit in the same waiting room. Whoever changes
# something on the tray calls into this room. But who answers the call?
#
# It is a queue of limited length, built by hand with one condition, the **bounded buffer** of
# every textbook.

# %%
import threading

tray = []
window = threading.Condition()
eaten = 0


def bake(cakes):
    for number in range(cakes):
        with window:
            while len(tray) == 1:
                window.wait()
            tray.append(number)
            window.notify_all()


def eat():
    global eaten
    with window:
        while len(tray) == 0:
            window.wait()
        tray.pop()
        eaten += 1
        window.notify_all()


# %% [markdown]
# Two cakes, two customers. Each change is good for exactly one: one cake put out, one customer
# served. **Before you run it**, decide whether `notify()` would do as well.

# %%
people = [
    threading.Thread(target=eat, name="customer 1"),
    threading.Thread(target=eat, name="customer 2"),
    threading.Thread(target=bake, args=(2,), name="baker"),
]
for person in people:
    person.start()
for person in people:
    person.join()

print("eaten:", eaten, "- left on the tray:", len(tray))

# %% [markdown]
# ## Why one call is not enough
#
# It looks enough. But follow this order, with `notify()` in both places:
#
# 1. Both customers come first, find nothing, and wait. The baker puts out a cake and wakes
#    customer 1.
# 2. The baker is quick and wants to put out the second cake. The tray is still full, so the baker
#    waits, too, behind customer 2.
# 3. Customer 1 eats and calls once, meaning the baker. But it is customer 2 who is woken, finds
#    the tray empty, and sits down again.
#
# Now everybody waits, and nobody is left to call. The call reached the wrong one, and with
# `notify()` a call to the wrong one is lost. `notify_all()` wakes some in vain, but it cannot go
# wrong: whoever can go on is among those who look.
#
# The other cure is two waiting rooms, so that a call cannot be misdirected: two conditions around
# *one* lock, `has_room = threading.Condition(lock)` and `has_cake = threading.Condition(lock)`.
# Python's own `queue.Queue` does just that.
#
# ## Try it
#
# - Write `notify()` in both places and run it several times, or choose *Explore*. What is
#   reported when it gets stuck?
# - Call all in only one of the two places, and one in the other. Does it matter which? Decide
#   first, then *Explore* both.
# - Build the version with two conditions, each with `notify()`.
#
# ## Remember
#
# - `notify()` is right only if whoever is woken can make use of the call.
# - If some wait for this and others for that, call all, or give each their own condition.

# ---
# title: The dining philosophers
# topic: Classics
# order: 520
# id: dining-philosophers
# claims:
#   - observe: last-line
#   - never: deadlock
#   - always: "meals: [1, 1, 1]"
# ---

# %% [markdown]
# # The dining philosophers
#
# Some philosophers sit at a round table. Between any two plates lies one fork, and to eat
# spaghetti a philosopher needs two: the one on the left and the one on the right. With all of
# them reaching to the left first, it may happen that each has one fork, and all of them wait
# politely, until they starve.
#
# Edsger Dijkstra thought of this problem in 1965, and it is the *deadly embrace* with more arms.
# We give it the cure from that lesson: the forks are numbered, and everybody takes the one with
# the *smaller* number first.

# %%
import threading
import time

places = 3
forks = [threading.Lock() for _ in range(places)]
meals = [0] * places


def dine(seat):
    left = seat
    right = (seat + 1) % places
    first, second = min(left, right), max(left, right)
    with forks[first]:
        time.sleep(0.1)          # time enough for the others
        with forks[second]:
            meals[seat] += 1


# %% [markdown]
# **Before you run it**, write down for each of the three seats which fork it takes first. Who is
# the odd one out?

# %%
guests = [
    threading.Thread(target=dine, args=(seat,), name=f"seat {seat}")
    for seat in range(places)
]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

print("meals:", meals)

# %% [markdown]
# ## What happened
#
# Seats 0 and 1 reach to their left. Seat 2 would have fork 2 on its left, but fork 0 has the
# smaller number, so it reaches to the right. One left-hander among the others, and the circle is
# broken.
#
# Why is that always enough? Imagine that everybody at the table is waiting for a fork. Look at
# the one who holds the fork with the largest number of all that are held, and ask what this guest
# waits for: a fork with a larger number still, which somebody would have to hold. Nobody does. So
# somebody is always able to eat, then puts down two forks, and the next one can.
#
# **In the timeline**, there is always at least one row that is not waiting for a lock.
#
# ## Try it
#
# - Write `first, second = left, right` and run it. Read the report of who waits for whom.
# - Now take away the sleep as well. It goes well, again and again. Is the table safe now? Let
#   *Explore* answer.
# - Another cure: a `threading.Semaphore(places - 1)` at the dining-room door. Why does it help to
#   let in one guest fewer?
# - Can one guest go hungry while the others eat again and again? Nothing here forbids it; that is
#   called **starvation**.
#
# ## Remember
#
# - A deadlock is a circle of waiting. An order among the locks leaves no way to close it.
# - An argument that holds for every run is worth more than any number of runs.

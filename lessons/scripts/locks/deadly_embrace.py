# ---
# title: Two locks in two orders
# topic: Locks
# order: 240
# id: deadly-embrace
# claims:
#   - observe: last-line
#   - can: deadlock
#   - races: none
# ---

# %% [markdown]
# # The deadly embrace
#
# Two children want to draw a circle. There is one pencil and one pair of compasses. One grabs the
# pencil, the other the compasses, and now each waits, quite reasonably, until the other is done.
#
# Here the things are two accounts, each with its own lock. A transfer needs both at once, so it
# takes first the lock of the account that pays, then the lock of the one that receives.

# %%
import threading
import time


class Account:
    def __init__(self, money):
        self.money = money
        self.lock = threading.Lock()


def transfer(payer, receiver, amount):
    with payer.lock:
        time.sleep(0.2)
        with receiver.lock:
            payer.money -= amount
            receiver.money += amount
    print("transferred", amount)


# %% [markdown]
# Two transfers, in opposite directions. **Before you run it**, decide what the accounts hold in
# the end. Then write down, for each thread, which locks it has after 0.1 seconds and which it
# wants next.

# %%
red = Account(100)
blue = Account(100)

transfers = [
    threading.Thread(target=transfer, args=(red, blue, 10), name="red to blue"),
    threading.Thread(target=transfer, args=(blue, red, 25), name="blue to red"),
]
for thread in transfers:
    thread.start()
for thread in transfers:
    thread.join()

print("red:", red.money, "blue:", blue.money)

# %% [markdown]
# ## What happened
#
# Nothing more, ever: a **deadlock**. One thread holds red and wants blue, the other holds blue
# and wants red. Lockstep names the circle and stops the run; under plain `python3` press Ctrl+C,
# more than once.
#
# **In the timeline**, both transfers sleep with one lock in their hands. As soon as they ask for
# the other one, the run is over: of three rows, none is left that could go on.
#
# Take the sleep away and the program will look healthy. Each transfer is over so quickly that the
# two hardly ever meet. That is the nasty side of deadlocks: they stay away while you test and
# turn up under load, at night. Nothing short of trying *every* order would have found it for
# sure.
#
# The usual cure is a rule about the order: everybody takes the locks in the *same* one, whichever
# way the money flows. Then the circle cannot close. Somebody holds the last lock in the order,
# and that somebody waits for nobody.
#
# ## Try it
#
# - Give each account a number. In `transfer`, take the lock of the smaller number first.
# - Instead, take the second lock with `acquire(timeout=0.2)`, give up the first if you do not get
#   it, and try again. When might that go on for ever?
# - Take the sleep away and run it ten times. Then choose *Explore*.
#
# ## Remember
#
# - Two threads, two locks, two orders: a deadlock is waiting to happen.
# - Fix one order for all locks, and keep to it everywhere.

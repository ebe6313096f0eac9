# ---
# title: Wake one or wake all
# topic: Signals
# order: 350
# id: notify-all
# ---

# %% [markdown]
# # Wake one or wake all
#
# In a waiting room, the door opens. *The next one, please* gets one person to rise. *Would you
# all come?* makes everybody stand up, and if there is one chair inside, all the others sit down
# again.
#
# `notify()` is the first call, `notify_all()` the second. Here three people wait for a loaf each,
# and we count how often anybody was woken.

# %%
import threading
import time

shelf = threading.Condition()
loaves = 0
served = 0
woken = 0


def buy():
    global loaves, served, woken
    with shelf:
        while loaves == 0:
            shelf.wait()
            woken += 1
        loaves -= 1
        served += 1


def bring_a_loaf(call):
    global loaves
    with shelf:
        loaves += 1
        call()
    time.sleep(0.3)
    print("served:", served, "- woken:", woken)


# %% [markdown]
# Three times somebody brings one loaf, and the second time with the other call. **Before you run
# it**, fill in the three lines.

# %%
customers = [threading.Thread(target=buy) for _ in range(3)]
for customer in customers:
    customer.start()
time.sleep(0.3)

bring_a_loaf(shelf.notify)
bring_a_loaf(shelf.notify_all)
bring_a_loaf(shelf.notify)

for customer in customers:
    customer.join()

# %% [markdown]
# ## What happened
#
# One loaf, one call: one customer rose and was served. Then one loaf and a call to all: two rose,
# the first to get the lock took the loaf, the other found nothing and went back to waiting. For
# that one, the `while` was needed. The third loaf went to the last in the room: three served,
# four times woken.
#
# So `notify()` does less work. When is it enough? When *any* of those who wait can use what has
# changed, and only one of them. One loaf, equal customers: enough. But if the whole shop opens,
# all have reason to rise. And if some wait for bread and others for cake, a single call may reach
# the wrong one, who sits down again, and the right one is never told.
#
# Those who wait are woken in the order in which they came, in CPython. Do not build on it: the
# documentation makes no such promise.
#
# ## Try it
#
# - Bring two loaves, with one `notify()`. Who is left, and does the program end? Then try
#   `notify(2)`.
# - Use `notify_all` three times. How many wake-ups is that?
# - Call `notify()` after the last customer has gone. Is anything saved up for later?
#
# ## Remember
#
# - `notify()`: one may go on, no matter which. `notify_all()`: all may look for themselves.
# - When in doubt, `notify_all()`. Too many wake-ups cost a little time, one too few costs the
#   program.

# ---
# title: "Condition: wait and notify"
# topic: Signals
# order: 340
# id: condition
# ---

# %% [markdown]
# # Waiting until it is true
#
# A customer wants bread, and the shelf is empty. Looking at it again and again does not help.
# Holding on to the shelf does harm, for then the baker cannot get at it. Sensible people step
# back, sit down, and ask to be told when something has changed.
#
# A **condition** is a lock with a waiting room. You take the lock and look. If it is not as you
# want it, `wait()` gives the lock back and sits you down, both at one stroke. `notify()` by
# somebody else wakes you; then `wait()` takes the lock again, and only after that does it return.

# %%
import threading
import time

shelf = threading.Condition()
loaves = []


def buy():
    with shelf:
        while not loaves:
            print("customer: no bread, I wait")
            shelf.wait()
        print("customer: I take the", loaves.pop())


def bake():
    time.sleep(0.3)
    with shelf:
        loaves.append("rye loaf")
        print("baker: fresh bread")
        shelf.notify()
        print("baker: one moment, I am still at the shelf")
        time.sleep(0.2)


# %% [markdown]
# **Before you run it**, decide who speaks last. And how can the baker get at the shelf at all,
# when the customer is inside a `with shelf:` all the time?

# %%
customer = threading.Thread(target=buy, name="customer")
baker = threading.Thread(target=bake, name="baker")
customer.start()
baker.start()
customer.join()
baker.join()

# %% [markdown]
# ## What happened
#
# In `wait()`, the customer lets go of the lock; that is how the baker gets in. The `notify()`
# wakes the customer, but there is still somebody at the shelf, so the customer waits once more,
# now for the lock. **In the timeline**, these are two different waits, one right after the other.
#
# ## Why `while` and not `if`
#
# Between the wake-up and the return of `wait()`, a third person may come in and take the bread.
# Being notified does not mean *there is bread*. It means *something has changed, look again*. So
# the look belongs in a loop, always. `shelf.wait_for(lambda: loaves)` is the same loop
# ready-made.
#
# ## Try it
#
# - Start the baker 0.5 seconds before the customer. Does the customer miss the bread?
# - Call `shelf.notify()` outside the `with` block. What does Python say?
# - Write `if` in place of `while`, and start two customers but one baker. Let the baker call
#   `notify_all()`. What happens to the second customer?
#
# ## Remember
#
# - Take the lock, `while` it is not true: `wait()`. Those who change it: take the lock, change,
#   notify.
# - `wait()` gives the lock back while it waits and holds it again when it returns.

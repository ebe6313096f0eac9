# ---
# title: The lost wake-up
# topic: Signals
# order: 360
# id: lost-wake-up
# ---

# %% [markdown]
# # The lost wake-up
#
# The postman rings. You are in the shower and hear nothing. Then you sit down in the hall and
# wait for the bell, until evening, while the parcel lies outside the door.
#
# A call of `notify()` is a bell: whoever is not yet waiting does not hear it, and nothing is kept
# for later. Below, the one who waits does not look before sitting down. So that the program comes
# to an end, the patience is limited to half a second.

# %%
import threading
import time

bell = threading.Condition()
parcel = None


def postman():
    global parcel
    with bell:
        parcel = "a parcel"
        bell.notify()
    print("postman: I rang")


def resident():
    time.sleep(0.3)                  # in the shower
    with bell:
        heard = bell.wait(0.5)       # and if the parcel is already here?
    print("resident: the bell rang:", heard)
    print("resident: outside the door:", parcel)


# %% [markdown]
# **Before you run it**: both do something sensible. What goes wrong, and would it without the
# shower?

# %%
threads = [
    threading.Thread(target=postman, name="postman"),
    threading.Thread(target=resident, name="resident"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

# %% [markdown]
# ## What happened
#
# **In the timeline**, the postman's row is over before the resident's wait begins. At the
# `notify` the waiting room was empty, so nobody was woken. The wait that followed was for a bell
# that had already rung. Without the limit it would have been for ever: a **lost wake-up**.
#
# The lock did its duty. It is not the data that got hurt but the *order*: here it matters who
# comes first, and nothing in the program sees to it.
#
# The cure is what the last two lessons did all along. Do not wait for the bell, wait for the
# parcel: `while parcel is None: bell.wait()`. Look, under the lock, *before* you sit down. If the
# thing is there, you need no bell. If it is not, the other side cannot change it unnoticed, since
# looking and sitting down are one piece.
#
# ## Try it
#
# - Put the loop in. How long does the resident wait now?
# - Take out the shower instead of mending it. Which order do you get, and can you rely on it?
# - Replace the condition by an `Event`. Why can this bell not be missed?
#
# ## Remember
#
# - A condition does not remember calls. What has happened must be written down in a variable.
# - Never wait without having looked.

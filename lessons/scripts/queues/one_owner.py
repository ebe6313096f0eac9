# ---
# title: One owner for each thing
# topic: Producers and consumers
# order: 440
# id: one-owner
# ---

# %% [markdown]
# # One owner for each thing
#
# In some clubs everybody may put a hand into the cash box, and there is a rule about the key. In
# others there is a treasurer. You drop a slip into the letter box, *5 for stamps*, and only the
# treasurer ever touches the money. No rule about a key is needed.
#
# So far, several threads shared a thing and took turns with locks. It can be done the other way
# round: each thing has **one owner**, a thread that alone may touch it, and all others send
# messages. Here the money has an owner, and so has the screen.

# %%
import queue
import threading

slips = queue.Queue()
lines = queue.Queue()
total = 0


def treasurer():
    global total
    while True:
        total += slips.get()
        lines.put(f"the total is {total}")
        slips.task_done()


def announcer():
    while True:
        print(lines.get())
        lines.task_done()


def member():
    for amount in [1, 2]:
        slips.put(amount)


# %% [markdown]
# The owners are daemons and work as long as the program lives. `queue.join()` waits until every
# item that was put in has been reported as finished with `task_done()`. **Before you run it**:
# why is it not enough to join the members?

# %%
for owner in [treasurer, announcer]:
    threading.Thread(target=owner, name=owner.__name__, daemon=True).start()

members = [threading.Thread(target=member) for _ in range(3)]
for thread in members:
    thread.start()
for thread in members:
    thread.join()

slips.join()
lines.put("that was all")
lines.join()

# %% [markdown]
# ## What happened
#
# Six slips, and the total is 9 in every run, without a lock in our program. Nor can the lines get
# mixed up, for one thread does all the printing. What differs from run to run is only the order
# in which the slips come in.
#
# When the members have ended, their slips may still lie in the letter box. `slips.join()` waits
# for the work itself: not until the box is empty, but until the last slip has been *dealt with*.
# That is why `task_done()` comes at the very end. Were it called right after `get()`, the last
# line might not yet be on its way.
#
# Then `lines.join()`: the main thread's own line has to be out before the program ends and the
# daemons are cut off.
#
# ## Try it
#
# - Leave out `lines.join()` and run it several times.
# - Call `slips.task_done()` twice for a slip. What does the queue say, and who is missing from
#   then on?
# - A member wants to know the total. How could the treasurer answer? A queue may travel in a
#   message, too.
#
# ## Remember
#
# - Do not share things and guard them; give each an owner and send messages.
# - `task_done()` after the work, `queue.join()` to wait for all of it.

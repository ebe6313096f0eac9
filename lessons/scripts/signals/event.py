# ---
# title: "Event: the starting gun"
# topic: Signals
# order: 310
# id: event
# ---

# %% [markdown]
# # The starting gun
#
# Hare and fox crouch at the line. Neither looks at a clock or asks the other; they wait for one
# bang, and it is meant for both of them.
#
# Locks keep threads apart. An **event** brings them together. It is a flag that is down at first:
# `wait()` waits until it is up, `set()` raises it. Whoever raises it need not know who is
# waiting, or whether anybody is.

# %%
import threading
import time

bang = threading.Event()


def run(name):
    print(name, "is ready")
    bang.wait()
    print(name, "runs")


# %% [markdown]
# The tortoise comes late and reaches the line after the bang. **Before you run it**, decide what
# becomes of it. Must it wait for the next race?

# %%
runners = [
    threading.Thread(target=run, args=(name,), name=name)
    for name in ["hare", "fox"]
]
for runner in runners:
    runner.start()

time.sleep(0.3)
print("up already?", bang.is_set())
bang.set()

for runner in runners:
    runner.join()

late = threading.Thread(target=run, args=("tortoise",), name="tortoise")
late.start()
late.join()

# %% [markdown]
# ## What happened
#
# Hare and fox went off on one `set()`. In which order they run is open, for both were able to go
# at that moment.
#
# The tortoise did not wait at all. The flag *stays* up, and a `wait()` on a raised flag returns
# at once. So an event is not a sound that fades away. It is a fact that stays true: *the race has
# begun*, *the settings are loaded*, *we are closing*. It does not matter whether you come before
# it or after.
#
# **In the timeline**, two rows wait for the event and go on at the same moment. The third, the
# tortoise's, has no wait in it.
#
# Would a plain variable do, with `while not begun: pass`? It would keep the runners busy for
# nothing, at the cost of those who have work to do. A thread that waits for an event costs no
# computing time.
#
# ## Try it
#
# - Call `bang.clear()` just before the tortoise starts. How does the program end now?
# - Call `bang.clear()` straight after `bang.set()`. Do hare and fox still run? And one who comes
#   to the line at that very moment?
# - Take out `bang.set()` and read what Lockstep has to say.
#
# ## Remember
#
# - `set()` lets everybody through, those who wait and those who come later, until `clear()`.
# - Use an event for something that happens once and stays true.

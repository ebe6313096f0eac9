# ---
# title: Waiting with a limit
# topic: Signals
# order: 320
# id: event-timeout
# ---

# %% [markdown]
# # Waiting with a limit
#
# A night watchman walks round the building every hour. He could sleep for an hour between the
# rounds. But then, if you want to send him home, you may have to wait for most of an hour. Better
# that he sits by the telephone: nobody has called for an hour, he walks; the telephone rings, he
# goes home.
#
# That is `wait(timeout)` of an event. It waits until the flag is up, but at most for so many
# seconds, and it returns which of the two ended the wait: `True` for the flag, `False` for the
# clock.

# %%
import threading
import time

go_home = threading.Event()
rounds = 0


def keep_watch():
    global rounds
    while not go_home.wait(0.2):
        rounds = rounds + 1
        print("round", rounds)
    print("going home")


# %% [markdown]
# The watchman is called after 0.5 seconds. **Before you run it**: how many rounds does he walk,
# and at what time does he leave?

# %%
begin = time.perf_counter()
watchman = threading.Thread(target=keep_watch, name="watchman")
watchman.start()

time.sleep(0.5)
go_home.set()
watchman.join()
print(f"everybody left after {time.perf_counter() - begin:.1f} seconds")

# %% [markdown]
# ## What happened
#
# Two rounds, after 0.2 and 0.4 seconds. The third wait was cut short at 0.5: the flag went up,
# and he left at once. **In the timeline**, the last wait of his row is half as long as the
# others.
#
# This is how one ends a thread in Python. There is no call that kills it from outside, and for
# good reason: it might hold a lock, or be in the middle of writing. You ask it to stop, and it
# does so at a place of its own choosing.
#
# Do look at what `wait` returns. After a wait with a limit, the thing you waited for may not have
# happened.
#
# The limit is a lower one, too: he waits *at least* 0.2 seconds if nobody calls. On a busy
# computer it may be a little more.
#
# ## Try it
#
# - Wait with `time.sleep(0.2)`, and ask `go_home.is_set()` in the `while` line. When is everybody
#   gone now? And with rounds of an hour?
# - Make it two watchmen. Does one `set()` send both home?
# - Call `go_home.set()` before the watchman is started.
#
# ## Remember
#
# - `event.wait(seconds)` is a sleep that can be interrupted. It tells you why it ended.
# - Stop a thread by asking it, not by force.

# ---
# title: Names and idents
# topic: Threads
# order: 30
# id: names-and-idents
# ---

# %% [markdown]
# # Who is speaking?
#
# Three cooks work in one kitchen and shout across it. A voice is no use unless you know whose it
# is. In a restaurant, people wear two things for that: a name tag, which is for the guests, and a
# staff number, which is for the office. Two cooks may have the same name. They never have the
# same number.
#
# A thread has both. The **name** is yours to choose with `name=`. The **ident** is a number that
# Python hands out when the thread starts.

# %%
import threading
import time

numbers = []


def work():
    me = threading.current_thread()
    numbers.append(threading.get_ident())
    print("at the stove:", me.name)
    time.sleep(0.2)


# %% [markdown]
# `current_thread()` answers the question *who is reading this line?* Every thread that comes
# along gets itself as the answer.
#
# **Before you run it**, decide: what is the third cook called, who has not been given a name? And
# what is a thread's ident before it has started?

# %%
cooks = [
    threading.Thread(target=work, name="cook"),
    threading.Thread(target=work, name="cook"),
    threading.Thread(target=work),
]
print("number before the start:", cooks[0].ident)

for cook in cooks:
    cook.start()
for cook in cooks:
    cook.join()

print("different numbers:", len(set(numbers)))
print("the first cook's is among them:", cooks[0].ident in numbers)
print("and I am", threading.current_thread().name)

# %% [markdown]
# ## What happened
#
# The nameless cook became `Thread-1 (work)`: a serial number, and the function it was given.
# Python does so since version 3.10; before that it was plain `Thread-1`. The main thread, which
# nobody made, is called `MainThread`.
#
# Nothing minds two threads with one name. A name is a label for people: it stands in tracebacks,
# in log messages, and at the left of each row **in the timeline**. So give your threads telling
# names, and never let the program decide anything by them.
#
# An ident belongs to one thread as long as that thread is alive. After its end, the number may be
# given to a new one.
#
# ## Try it
#
# - Write `cooks[2].name = "baker"` before the start, and look at the timeline.
# - Print `threading.enumerate()` while the cooks are at work. Who is in the list, and is it you?
# - Call `work()` yourself, in the main thread. Which name is printed?
#
# ## Remember
#
# - `current_thread()` is whoever is asking. Its `name` is for people, its `ident` for programs.
# - Only threads that live at the same time are sure to have different idents.

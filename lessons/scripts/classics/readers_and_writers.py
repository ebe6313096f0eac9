# ---
# title: Readers and writers
# topic: Classics
# order: 540
# id: readers-and-writers
# ---

# %% [markdown]
# # Readers and writers
#
# Any number of people can read the timetable on the station wall at the same time. But when the
# man with the ladder comes to change it, nobody can read until he is done: half an old timetable
# and half a new one is worse than none.
#
# An ordinary lock would let the readers in one by one, for no reason. What we want is a
# **readers-writer lock**: many readers together, or one writer alone. Python's library has none,
# so let us make one from a condition. It needs a number and a yes or no.

# %%
import threading
import time

wall = threading.Condition()
readers = 0
writing = False
train, bus = "08:10", "08:15"
most_readers = 0


def read():
    global readers, most_readers
    with wall:
        while writing:
            wall.wait()
        readers += 1
        most_readers = max(most_readers, readers)
    seen = train
    time.sleep(0.3)
    print("train", seen, "then bus", bus)
    with wall:
        readers -= 1
        wall.notify_all()


def write(new_train, new_bus):
    global writing, train, bus
    with wall:
        while writing or readers > 0:
            wall.wait()
        writing = True
    train = new_train
    time.sleep(0.5)
    bus = new_bus
    with wall:
        writing = False
        wall.notify_all()


# %% [markdown]
# The lock of the condition is held only for moments, to look at the numbers and change them. The
# reading itself happens outside it. A new person comes every 0.2 seconds: two readers, the
# writer, one more reader. **Before you run it**, decide when the writer can begin and which times
# the last reader sees.

# %%
people = [
    threading.Thread(target=read, name="reader 1"),
    threading.Thread(target=read, name="reader 2"),
    threading.Thread(target=write, args=("09:40", "09:45"), name="writer"),
    threading.Thread(target=read, name="reader 3"),
]
for person in people:
    person.start()
    time.sleep(0.2)
for person in people:
    person.join()

print("most readers at once:", most_readers)

# %% [markdown]
# ## What happened
#
# Every line shows a train and the bus that goes with it. Readers 1 and 2 stand before the wall
# together, and **in the timeline** their sleeps overlap. The writer comes at 0.4 seconds and has
# to wait for the second of them. The last reader comes in the middle of the change, waits for its
# end, and sees only the new times.
#
# The writer waits until `readers` is 0. Suppose now that readers keep coming, and there is always
# one in front of the wall: the writer waits for ever, although there is no deadlock. The readers
# **starve** the writer. One usually prefers a waiting writer, then: new readers stay back once a
# writer has come.
#
# ## Try it
#
# - Take out the `while` in `read`. Which times come together now?
# - Add a variable `writers_waiting`, and let new readers wait while it is not 0.
# - Why is it `notify_all` at the end of `write`? Whom would a single call leave behind?
#
# ## Remember
#
# - Reading together is harmless; writing needs to be alone.
# - A lock may be fair to its rule and unfair to a thread. Ask not only *can it go wrong?* but
#   also *does everybody get a turn?*

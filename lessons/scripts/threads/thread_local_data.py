# ---
# title: Thread-local data
# topic: Threads
# order: 40
# id: thread-local-data
# ---

# %% [markdown]
# # A pocket of one's own
#
# Three children come home and empty their hands onto the same spot of the kitchen table, one
# thing on top of the other. Later each of them picks up what lies on top. Had they used their
# pockets, everybody would still have the right thing.
#
# A global variable is such a spot on the table: one place, seen by all threads. Variables inside
# a function are private, but they are gone when it returns. What if several functions need to
# share a value, yet each *thread* should have a value of its own? For that there is
# **thread-local** data.

# %%
import threading
import time

table = None
pocket = threading.local()

found_on_table = []
found_in_pocket = []


def come_home(thing):
    global table
    table = thing
    pocket.thing = thing
    time.sleep(0.2)
    find_again(thing)


def find_again(thing):
    found_on_table.append(table == thing)
    found_in_pocket.append(pocket.thing == thing)


# %% [markdown]
# There is one object `pocket`, and all the threads use it. **Before you run it**: how many find
# their thing on the table, and how many in the pocket? What is in the main thread's pocket?

# %%
children = [
    threading.Thread(target=come_home, args=(thing,))
    for thing in ["key", "ball", "stone"]
]
for child in children:
    child.start()
for child in children:
    child.join()

print("found on the table:", sum(found_on_table), "of 3")
print("found in the pocket:", sum(found_in_pocket), "of 3")
print("the main thread has a thing:", hasattr(pocket, "thing"))

# %% [markdown]
# ## What happened
#
# The last one to write to `table` won, and the other two found something that was not theirs.
# Nobody disturbed the pockets: an attribute of a `threading.local()` object is looked up among
# the attributes of the thread that is asking. The object is one and the same, its contents are
# not.
#
# The main thread put nothing in, so it finds nothing. That catches many people: a value set by
# the main thread, say a name or a connection to a database, is *not* there in the threads it
# starts. Each has to fill its own pocket. When a thread ends, its pocket goes with it.
#
# ## Try it
#
# - Let the main thread write `pocket.thing = "bread"` before it starts the children, and print
#   `pocket.thing` at the end. Has anything changed for the children?
# - Make `pocket = types.SimpleNamespace()` (and `import types`): an ordinary object. Run it
#   again.
# - Have one child skip `pocket.thing = thing`. Which error do you get, and in which thread?
#
# ## Remember
#
# - `threading.local()` is one object with separate attributes for each thread.
# - What no other thread can reach needs no protection at all.

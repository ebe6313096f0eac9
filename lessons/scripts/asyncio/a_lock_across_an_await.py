# ---
# title: A lock across an await
# topic: asyncio
# order: 630
# id: lock-across-await
# ---

# %% [markdown]
# # A lock across an await
#
# In one thread nobody can interrupt you between two lines. So a task never loses an update as
# threads do? It does, as soon as it pauses in between.
#
# A clerk reads the balance, fills in a form at the counter, and comes back to write down the new
# sum. While he is at the counter, his colleague reads the same old balance.

# %%
import asyncio

balance = 0


async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(0.01)  # the form at the counter
    balance = seen + amount


# %% [markdown]
# And here the same with a lock. `async with` waits for the lock as a task waits, so others may
# run meanwhile, but not one that wants the same lock.

# %%
async def deposit_locked(lock, amount):
    async with lock:
        await deposit(amount)


# %% [markdown]
# Five deposits of ten. **Before you run it**: what is the balance without the lock, and what with it?
# How often could the wrong number come out?


# %%
async def main():
    global balance
    await asyncio.gather(*[deposit(10) for _ in range(5)])
    print("without a lock:", balance)

    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(*[deposit_locked(lock, 10) for _ in range(5)])
    print("with the lock:", balance)


asyncio.run(main())

# %% [markdown]
# ## What happened
#
# Without the lock all five read 0 before the first of them writes. With threads such a loss is a
# matter of luck; here it is certain, because tasks change places only at an `await`, and the `await`
# stands exactly in the gap.
#
# That is the good news as well: what has no `await` between reading and writing needs no lock.
#
# ## Try it
#
# - Move the `await` in front of `seen = balance`. Is the lock still needed?
# - Use `threading.Lock` with a plain `with` instead. Why does the program stand still for ever?
#
# ## Remember
#
# - Between two awaits a task is alone. Across an `await` it is not.
# - `asyncio.Lock` is for tasks of one loop; `threading.Lock` would put the whole loop to sleep.

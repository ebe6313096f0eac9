import asyncio.tasks
from asyncio import Queue, gather, run, sleep
from asyncio.exceptions import CancelledError
from asyncio.locks import Lock
import asyncio as aio

print(aio.CancelledError is CancelledError, aio.Lock is Lock, aio.tasks.gather is gather)
print(CancelledError.__module__, Lock.__module__, Queue.__module__, issubclass(CancelledError, BaseException))
print(aio.TimeoutError is TimeoutError, aio.InvalidStateError.__name__, aio.QueueEmpty.__name__)

async def main():
    await sleep(0)
    return "ran"

print(run(main()))

"""Makes small random asyncio programs for random_programs: their output is the trace of what their tasks do.

No program waits for a clock: tasks pass turns with sleep(0), so that the trace is the same on every
machine. A watchdog cancels what has not ended after a fixed number of turns. Tasks wait for each other in any
direction but never in a ring: cancelling a ring is a RecursionError that ends the program with its tasks still
there, and in which order CPython destroys these depends on where they lie in its memory.
"""

import random

PRELUDE = '''import asyncio

trace = print


async def turns(n):
    for _ in range(n):
        await asyncio.sleep(0)


class World:
    def __init__(self):
        self.locks = [asyncio.Lock() for _ in range(2)]
        self.events = [asyncio.Event() for _ in range(2)]
        self.semaphores = [asyncio.Semaphore(1), asyncio.Semaphore(2)]
        self.conditions = [asyncio.Condition()]
        self.queues = [asyncio.Queue(1), asyncio.Queue(), asyncio.PriorityQueue(2)]
        self.barrier = asyncio.Barrier(2)
        self.futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
        self.tasks = []
        self.value = 0


async def child(name, n, fails):
    trace(name, "child begins")
    try:
        await turns(n)
    except asyncio.CancelledError:
        trace(name, "child cancelled")
        raise
    if fails:
        raise ValueError(name)
    trace(name, "child ends")
    return name


async def numbers(name, n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        trace(name, "generator closed")


bodies = []


async def guarded(world, name, body):
    trace(name, "begins")
    try:
        await body(world, name)
        trace(name, "ends")
    except asyncio.CancelledError as error:
        trace(name, "cancelled", error.args)
        raise
    except BaseException as error:
        trace(name, "failed", type(error).__name__, error)
        raise
    finally:
        trace(name, "leaves")


def shown(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    if task.exception() is not None:
        return "failed " + type(task.exception()).__name__
    return "ok"


async def main():
    world = World()
    for number, body in enumerate(bodies):
        world.tasks.append(asyncio.create_task(guarded(world, f"T{number}", body), name=f"T{number}"))
    for turn in range(60):
        if all(task.done() for task in world.tasks):
            break
        await asyncio.sleep(0)
    for task in list(world.tasks):
        if not task.done():
            trace("watchdog cancels", task.get_name())
            task.cancel("watchdog")
            await turns(4)
    for _ in range(30):
        await asyncio.sleep(0)
    trace([shown(task) for task in world.tasks], world.value)
    trace([lock.locked() for lock in world.locks], [s._value for s in world.semaphores],
          [q.qsize() for q in world.queues], world.barrier.n_waiting, world.barrier.broken)
'''

END = '''
asyncio.run(main())
'''


class Maker:
    def __init__(self, number):
        self.random = random.Random(number)
        self.count = 0
        self.tasks = self.random.randint(2, 5)
        # A task waits only for those before it in this order, or for itself.
        self.order = list(range(self.tasks))
        self.random.shuffle(self.order)
        self.index = 0

    def name(self):
        self.count += 1
        return f"x{self.count}"

    def body(self, index):
        self.index = index
        lines = [f"async def body{index}(world, name):"]
        lines += ["    " + line for line in self.statements(self.random.randint(1, 5), self.tasks, 2)]
        lines += [f"bodies.append(body{index})"]
        return "\n".join(lines) + "\n"

    def statements(self, count, tasks, depth):
        lines = []
        for _ in range(count):
            lines += self.statement(tasks, depth)
        return lines

    def statement(self, tasks, depth):
        pick = self.random
        choices = ["turns", "trace", "set", "wait", "put", "get", "put_nowait", "get_nowait", "cancel", "await_task",
                   "future_set", "future_wait", "gather", "shield", "callback", "release", "notify", "wait_zero",
                   "spawn", "generator", "value", "future_cancel", "barrier", "wait_first", "clear", "uncancel"]
        if depth > 0:
            choices += ["lock", "semaphore", "condition", "try", "try", "group", "loop", "lock", "condition_wait"]
        kind = pick.choice(choices)
        inner = lambda: ["    " + line for line in self.statements(pick.randint(1, 3), tasks, depth - 1)]
        n = pick.randint(0, 3)
        if kind == "turns":
            return [f"await turns({n})"]
        if kind == "trace":
            return [f"trace(name, {self.name()!r})"]
        if kind == "value":
            return ["seen = world.value", f"await turns({n})", "world.value = seen + 1"]
        if kind == "set":
            return [f"world.events[{n % 2}].set()"]
        if kind == "clear":
            return [f"world.events[{n % 2}].clear()"]
        if kind == "wait":
            return [f"trace(name, 'event', await world.events[{n % 2}].wait())"]
        if kind == "put":
            return [f"await world.queues[{n % 3}].put({pick.randint(0, 9)})", "trace(name, 'has put')"]
        if kind == "get":
            return [f"trace(name, 'got', await world.queues[{n % 3}].get())"]
        if kind == "put_nowait":
            return ["try:", f"    world.queues[{n % 3}].put_nowait({pick.randint(0, 9)})",
                    "except asyncio.QueueFull:", "    trace(name, 'full')"]
        if kind == "get_nowait":
            return ["try:", f"    trace(name, world.queues[{n % 3}].get_nowait())",
                    "except asyncio.QueueEmpty:", "    trace(name, 'empty')"]
        if kind == "cancel":
            return [f"trace(name, 'cancels', world.tasks[{pick.randrange(tasks)}].cancel({self.name()!r}))"]
        if kind == "uncancel":
            return ["trace(name, asyncio.current_task().uncancel())"]
        if kind == "await_task":
            target = pick.choice(self.order[:self.order.index(self.index) + 1])
            return ["try:", f"    await world.tasks[{target}]", f"    trace(name, 'joined', {target})",
                    "except (ValueError, RuntimeError, asyncio.InvalidStateError) as error:",
                    f"    trace(name, 'joined failed', {target}, type(error).__name__)"]
        if kind == "future_set":
            return [f"if not world.futures[{n % 3}].done():", f"    world.futures[{n % 3}].set_result({self.name()!r})"]
        if kind == "future_cancel":
            return [f"trace(name, world.futures[{n % 3}].cancel())"]
        if kind == "future_wait":
            return [f"trace(name, 'future', await world.futures[{n % 3}])"]
        if kind == "gather":
            names = [self.name() for _ in range(pick.randint(1, 3))]
            fails = [pick.random() < 0.2 for _ in names]
            calls = ", ".join(f"child({c!r}, {pick.randint(0, 3)}, {f})" for c, f in zip(names, fails))
            flag = pick.random() < 0.5
            return [f"trace(name, 'gathered', repr(await asyncio.gather({calls}, return_exceptions={flag})))"]
        if kind == "shield":
            return [f"trace(name, await asyncio.shield(child({self.name()!r}, {n}, False)))"]
        if kind == "callback":
            return [f"asyncio.get_running_loop().call_soon(trace, name, {self.name()!r})"]
        if kind == "release":
            return [f"world.semaphores[{n % 2}].release()"]
        if kind == "notify":
            return ["async with world.conditions[0]:", f"    world.conditions[0].notify({n})"]
        if kind == "wait_zero":
            return ["try:", f"    trace(name, await asyncio.wait_for(child({self.name()!r}, {n}, False), 0))",
                    "except TimeoutError:", "    trace(name, 'timeout')"]
        if kind == "spawn":
            child = self.name()
            return [f"asyncio.create_task(child({child!r}, {n}, False), name={child!r})"]
        if kind == "generator":
            child = self.name()
            return [f"async for i in numbers({child!r}, {n}):", "    trace(name, 'number', i)"]
        if kind == "barrier":
            return ["trace(name, 'barrier', await world.barrier.wait())"]
        if kind == "wait_first":
            return [f"done, pending = await asyncio.wait([asyncio.create_task(child({self.name()!r}, {n}, False)), "
                    f"asyncio.create_task(child({self.name()!r}, {pick.randint(4, 6)}, False))], "
                    "return_when=asyncio.FIRST_COMPLETED)",
                    "trace(name, 'first', sorted(t.result() for t in done), len(pending))"]
        if kind == "lock":
            return [f"async with world.locks[{n % 2}]:", f"    trace(name, 'locked', {n % 2})", *inner()]
        if kind == "semaphore":
            return [f"async with world.semaphores[{n % 2}]:", f"    trace(name, 'admitted', {n % 2})", *inner()]
        if kind == "condition":
            return ["async with world.conditions[0]:", *inner()]
        if kind == "condition_wait":
            return ["async with world.conditions[0]:", "    await world.conditions[0].wait()",
                    "    trace(name, 'notified')"]
        if kind == "loop":
            return [f"for i in range({n}):", *inner()]
        if kind == "group":
            lines = ["try:", "    async with asyncio.TaskGroup() as group:"]
            for _ in range(pick.randint(1, 2)):
                fails = pick.random() < 0.3
                lines.append(f"        group.create_task(child({self.name()!r}, {pick.randint(0, 3)}, {fails}))")
            lines += ["    " + line for line in inner()]
            return lines + ["except ExceptionGroup as errors:", "    trace(name, 'group', repr(errors.exceptions))"]
        assert kind == "try", kind
        lines = ["try:", *inner()]
        how = pick.choice(["swallow", "again", "finally"])
        if how == "finally":
            return lines + ["finally:", f"    trace(name, 'finally')", f"    await turns({n % 2})"]
        lines += ["except asyncio.CancelledError as error:", "    trace(name, 'caught', error.args)"]
        return lines + (["    raise"] if how == "again" else [f"    await turns({n % 2})"])


def make_program(number):
    """The blocks behind PRELUDE, any of which but the last may be left out."""
    maker = Maker(number)
    return [maker.body(index) for index in range(maker.tasks)] + [END]

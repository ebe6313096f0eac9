# lockstep: seed 3
import types

class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print("enter", self.name)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return self.swallow

async def several():
    async with Manager("a") as a, Manager("b", True) as b:
        print(a, b)
        raise ValueError("inside")
    print("went on")
    for i in range(3):
        async with Manager(f"loop{i}"):
            if i == 1:
                continue
            if i == 2:
                break
    async with Manager("last"):
        return "result"

def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value

print(run(several()))

class OnlyEnter:
    async def __aenter__(self):
        pass

class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass

async def wrong(manager):
    async with manager:
        pass

for manager in (OnlyEnter(), Sync(), 5):
    try:
        run(wrong(manager))
    except TypeError as error:
        print(error)

class NotAwaitable:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass

try:
    run(wrong(NotAwaitable()))
except TypeError as error:
    print(error)

async def sync_with():
    with Manager("x"):
        pass

try:
    run(sync_with())
except TypeError as error:
    print(error)

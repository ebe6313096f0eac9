import asyncio
from enum import Enum, auto
class Light(Enum):
    RED = auto()
    GREEN = auto()
    YELLOW = auto()
NEXT = {Light.RED: (Light.GREEN, 0.002), Light.GREEN: (Light.YELLOW, 0.002), Light.YELLOW: (Light.RED, 0.001)}
class Crossing:
    def __init__(self):
        self.light = Light.RED
        self.changed = asyncio.Event()
    async def run(self, changes):
        for _ in range(changes):
            self.light, pause = NEXT[self.light]
            print("light", self.light.name)
            self.changed.set()
            self.changed.clear()
            await asyncio.sleep(pause)
    async def wait_for(self, light):
        while self.light is not light:
            await self.changed.wait()
async def car(name, crossing):
    await crossing.wait_for(Light.GREEN)
    print(name, "drives at", crossing.light.name)
async def main():
    crossing = Crossing()
    cars = [asyncio.create_task(car(f"car {n}", crossing)) for n in range(3)]
    await crossing.run(4)
    await asyncio.gather(*cars)
asyncio.run(main())

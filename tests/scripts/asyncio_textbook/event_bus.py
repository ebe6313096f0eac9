import asyncio
from collections import defaultdict
class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
    def on(self, topic):
        def register(handler):
            self.handlers[topic].append(handler)
            return handler
        return register
    async def emit(self, topic, **data):
        results = await asyncio.gather(*(h(**data) for h in self.handlers[topic]), return_exceptions=True)
        for handler, result in zip(self.handlers[topic], results):
            if isinstance(result, Exception):
                print(handler.__name__, "failed:", result)
        return len(results)
bus = Bus()
@bus.on("order")
async def bill(item, price):
    await asyncio.sleep(0)
    print(f"bill: {item} {price:.2f}")
@bus.on("order")
async def ship(item, price):
    if price > 100:
        raise ValueError(f"{item} needs insurance")
    print("ship:", item)
async def main():
    print(await bus.emit("order", item="lamp", price=20))
    print(await bus.emit("order", item="sofa", price=700))
    print(await bus.emit("nothing"))
    print(await bus.emit("order", item="chair"))
asyncio.run(main())

import asyncio
class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, asyncio.Lock()
async def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda a: a.name)
    async with first.lock:
        await asyncio.sleep(0)
        async with second.lock:
            if source.balance < amount:
                raise ValueError(f"{source.name} has only {source.balance}")
            source.balance -= amount
            await asyncio.sleep(0)
            target.balance += amount
            print(f"{source.name} -> {target.name}: {amount}")
async def main():
    a, b, c = Account("a", 100), Account("b", 50), Account("c", 0)
    results = await asyncio.gather(transfer(a, b, 30), transfer(b, a, 10), transfer(b, c, 60), transfer(c, a, 90),
                                   return_exceptions=True)
    print([r if r is None else str(r) for r in results])
    print({x.name: x.balance for x in (a, b, c)}, sum(x.balance for x in (a, b, c)))
asyncio.run(main())

# lockstep: seed 3
import asyncio
import threading

results = {}

async def count(name):
    total = 0
    for i in range(100):
        total += i
        await asyncio.sleep(0)
    results[name] = total

def main(name):
    asyncio.run(count(name))

threads = [threading.Thread(target=main, args=(n,)) for n in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))

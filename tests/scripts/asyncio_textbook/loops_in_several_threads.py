"""Each thread has a loop of its own."""
import asyncio
import threading

results = {}


async def work(name):
    task = asyncio.current_task()
    for _ in range(3):
        await asyncio.sleep(0)
    return name, task.get_coro().__name__, len(asyncio.all_tasks())


def run(name):
    results[name] = asyncio.run(work(name))


threads = [threading.Thread(target=run, args=(f"t{n}",)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])


def without_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=without_loop, name="bare")
thread.start()
thread.join()

import asyncio, threading, concurrent.futures
async def main():
    loop = asyncio.get_running_loop()
    progress = asyncio.Queue()
    def work():
        for i in range(3):
            loop.call_soon_threadsafe(progress.put_nowait, i)
        future = asyncio.run_coroutine_threadsafe(confirm("all sent"), loop)
        answer = future.result()
        loop.call_soon_threadsafe(progress.put_nowait, answer)
    async def confirm(text):
        await asyncio.sleep(0)
        return text + "!"
    thread = threading.Thread(target=work)
    thread.start()
    while True:
        item = await progress.get()
        print(item)
        if isinstance(item, str):
            break
    thread.join()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, pow, 2, 10))
        try:
            await loop.run_in_executor(pool, int, "x")
        except ValueError as error:
            print(error)
    print(await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()))
    print(await asyncio.wrap_future(concurrent.futures.ThreadPoolExecutor(1).submit(sum, [1, 2])))
asyncio.run(main())

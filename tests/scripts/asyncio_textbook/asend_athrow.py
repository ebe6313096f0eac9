import asyncio
async def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print("reset because of", error)
            total = count = 0
            average = None
            continue
        await asyncio.sleep(0)
        total += value
        count += 1
        average = total / count
async def main():
    a = averager()
    print(await a.asend(None))
    for value in 10, 20, 60:
        print(await a.asend(value))
    print(await a.athrow(ValueError("new day")))
    print(await a.asend(5))
    await a.aclose()
    try:
        await a.asend(1)
    except StopAsyncIteration as stop:
        print("over", stop.args)
    b = averager()
    try:
        await b.asend(3)
    except TypeError as error:
        print(error)
asyncio.run(main())

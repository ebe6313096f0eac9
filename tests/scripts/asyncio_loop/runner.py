import asyncio

async def f(x):
    return x, asyncio.get_running_loop() is runner.get_loop()

with asyncio.Runner() as runner:
    print(runner.run(f(1)), runner.run(f(2)))
c = f(3)
try:
    runner.run(c)
except RuntimeError as error:
    print(error)
c.close()
try:
    with asyncio.Runner() as runner:
        runner.run(5)
except ValueError as error:
    print(error)

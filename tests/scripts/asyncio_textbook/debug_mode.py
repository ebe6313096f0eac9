"""Debug mode tells what is slow or called wrongly."""
import asyncio
import re
import sys
import time


async def slow():
    time.sleep(0.12)


async def main():
    loop = asyncio.get_running_loop()
    print("debug", loop.get_debug())
    await slow()
    try:
        loop.call_soon(slow)
    except TypeError as error:
        print(error)
    loop.slow_callback_duration = 5
    await slow()


class Masked:
    def write(self, text):
        sys.__stdout__.write(re.sub(r"\d+\.\d+ seconds", "N seconds", re.sub(r"created at .*?(?=[>\]])", "", text)).replace(" ", " ") if "Executing" not in text else "Executing ... took too long\n")

    def flush(self):
        pass


sys.stderr = Masked()
asyncio.run(main(), debug=True)

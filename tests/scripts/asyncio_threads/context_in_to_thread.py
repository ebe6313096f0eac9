import asyncio
import contextvars

var = contextvars.ContextVar("var")

def read():
    value = var.get()
    var.set("changed in the thread")
    return value

async def main():
    var.set("main")
    print(await asyncio.to_thread(read))
    print(var.get())

asyncio.run(main())

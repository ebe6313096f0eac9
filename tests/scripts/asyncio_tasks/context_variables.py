import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")

async def child(n):
    print("child", n, "sees", var.get())
    var.set(f"child {n}")
    await asyncio.sleep(0)
    print("child", n, "has", var.get())

async def main():
    var.set("main")
    tasks = [asyncio.create_task(child(i)) for i in range(2)]
    var.set("main later")
    await asyncio.gather(*tasks)
    print("main has", var.get())
    await child(9)
    print("main has", var.get())
    context = contextvars.copy_context()
    context.run(var.set, "given")
    await asyncio.create_task(child(3), context=context)
    print(context[var])
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("callback sees", var.get()))
    var.set("changed after")
    await asyncio.sleep(0)

asyncio.run(main())
print(var.get())

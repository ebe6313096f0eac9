import asyncio
async def first():
    pass
async def second():
    pass
loop = asyncio.new_event_loop()
a = loop.create_task(first())
b = loop.create_task(second())
print("end")

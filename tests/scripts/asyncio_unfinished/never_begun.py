import asyncio
async def bg(n):
    print("never", n)
async def main():
    return 1
loop = asyncio.new_event_loop()
t = loop.create_task(bg(1))
loop.close()
print("end")

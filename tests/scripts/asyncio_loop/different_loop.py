import asyncio

other = asyncio.new_event_loop()
future = other.create_future()

async def main():
    try:
        await future
    except RuntimeError as error:
        print("attached to a different loop" in str(error), str(error).startswith("Task <Task pending name='Task-1'"))

asyncio.run(main())
other.close()

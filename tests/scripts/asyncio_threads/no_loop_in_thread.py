import asyncio
import threading

def f():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)

t = threading.Thread(target=f, name="T")
t.start()
t.join()

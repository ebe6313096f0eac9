"""Futures and callbacks, as before async and await."""
import asyncio


def main(loop):
    log = []
    future = loop.create_future()
    future.add_done_callback(lambda f: log.append(("first", f.result())))
    second = lambda f: log.append(("second", f.result()))
    future.add_done_callback(second)
    future.add_done_callback(second)
    print(future.remove_done_callback(second), "removed")
    future.add_done_callback(lambda f: loop.stop())
    loop.call_later(0.001, future.set_result, 5)
    loop.call_soon(log.append, "soon")
    handle = loop.call_soon(log.append, "cancelled")
    handle.cancel()
    print(handle.cancelled())
    loop.run_forever()
    return log


loop = asyncio.new_event_loop()
print(main(loop))
print(loop.is_running(), loop.is_closed())
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)

import asyncio
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    order = []
    future.add_done_callback(lambda f: order.append(("first", f.result())))
    second = lambda f: order.append("second")
    future.add_done_callback(second)
    future.add_done_callback(second)
    print(future.remove_done_callback(second))
    future.add_done_callback(lambda f: order.append("third"))
    future.set_result(7)
    print(order, future.done())
    await asyncio.sleep(0)
    print(order)
    for action in (lambda: future.set_result(1), lambda: future.set_exception(ValueError()), future.exception):
        try:
            print(action())
        except asyncio.InvalidStateError as error:
            print(repr(error))
    print(future.cancel(), future)
    other = loop.create_future()
    try:
        other.result()
    except asyncio.InvalidStateError as error:
        print(repr(error))
    other.cancel("not needed")
    try:
        await other
    except asyncio.CancelledError as error:
        print(repr(error), other)
    third = loop.create_future()
    try:
        third.set_exception(StopIteration())
    except TypeError as error:
        print(error)
    third.set_exception(KeyError("k"))
    try:
        await third
    except KeyError as error:
        print(repr(error), third)
asyncio.run(main())

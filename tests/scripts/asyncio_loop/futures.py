import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
f = loop.create_future()
print(f, f.done(), f.get_loop() is loop)
for action in (f.result, f.exception):
    try:
        action()
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
f.set_result([1, 2])
print(f, f.result(), f.exception())
for action in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
    try:
        action()
    except asyncio.InvalidStateError as error:
        print(error)
print(f.cancel())
g = asyncio.Future()
g.set_exception(ValueError)
print(g, g.exception())
try:
    g.result()
except ValueError as error:
    print(repr(error))
h = asyncio.Future(loop=loop)
for value in (5, "text"):
    try:
        h.set_exception(value)
    except TypeError as error:
        print(error)
try:
    h.set_exception(StopIteration())
except TypeError as error:
    print(error)
print(h.cancel("why"), h.cancelled(), h)
try:
    h.result()
except asyncio.CancelledError as error:
    print(error.args)
try:
    h.exception()
except asyncio.CancelledError as error:
    print(error.args)
loop.close()

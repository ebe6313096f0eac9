# lockstep: mask 0x[0-9a-f]+
from concurrent.futures import Future


def bad(future):
    raise RuntimeError("callback went wrong")


f = Future()
f.add_done_callback(bad)
f.add_done_callback(lambda future: print("the next is called"))
f.set_result(3)
print(f.result())

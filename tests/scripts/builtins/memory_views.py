data = bytearray(b"abcdef")
view = memoryview(data)
print(len(view), view[0], view[-1], view[1:4].tobytes(), view.tolist(), view.readonly, view.nbytes, view.format)
view[0] = 65
view[2:4] = b"XY"
print(data, bytes(view), view == data, view[::2].tobytes(), list(view[::-1]), 65 in view)
part = view[1:3]
data[1] = 33
print(part.tobytes(), part.hex(), memoryview(b"ab") == b"ab", hash(memoryview(b"ab")) == hash(b"ab"))
for bad in (
    lambda: memoryview(b"ab")[5], lambda: memoryview("text"), lambda: memoryview(1), lambda: view["a"],
    lambda: memoryview(b"ab").__setitem__(0, 1), lambda: view.__setitem__(0, 300), lambda: view.__setitem__(0, "x"),
    lambda: view.__setitem__(slice(0, 2), b"abc"),
):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
with memoryview(b"xyz") as held:
    print(held[1])
try:
    held[0]
except ValueError as error:
    print(error)

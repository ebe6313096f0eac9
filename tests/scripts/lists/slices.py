a = list(range(10))
print(
    a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-3], a[::3], a[::-1], a[8:2:-2], a[5:2], a[100:],
    a[-100:2], a[3:3],
)
a[2:5] = ["x", "y"]
print(a)
a[1:1] = [100, 200]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[-2:] = []
print(a)
del a[1:4]
print(a)
del a[::2]
print(a)
a[:] = "abc"
print(a)
a[1:] = range(3)
print(a)
a[len(a):] = [7]
print(a, a[True], a[slice(1, 3)], slice(1, 5, 2), slice(None).start, slice(1, 100, 3).indices(10))
b = [1, 2, 3, 4]
b[1:3] = b
print(b)
c = b[:]
c[0] = "changed"
print(b[0], c[0])
b[5:1] = ["in"]
print(b)
print("hello"[1:4], (1, 2, 3)[::-1], range(10)[2:8:3], "abc"[::-1][0], b"hello"[1:3])

def attempt(function):
    try:
        function()
    except Exception as error:
        print(f"{function.__name__}: {type(error).__name__}: {error}")


@attempt
def extended_size():
    a[::2] = [1]


@attempt
def slice_from_number():
    a[1:2] = 5


@attempt
def index_text():
    a['x']


@attempt
def index_float():
    a[1.0]


@attempt
def zero_step():
    a[::0]


@attempt
def assign_outside():
    a[10] = 1


@attempt
def delete_outside():
    del a[10]


@attempt
def index_tuple():
    a[1, 2]


@attempt
def slice_text():
    a['a':]


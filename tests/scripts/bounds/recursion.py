import functools


def told(make):
    try:
        make()
    except RecursionError as error:
        print("RecursionError:", error)
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print("fine")


deep = []
other = []
for _ in range(100000):
    deep = [deep]
    other = [other]
told(lambda: repr(deep))
told(lambda: deep == other)
told(lambda: deep < other)
told(lambda: print(deep))
told(lambda: other in [deep])


class Meta(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls)


def forever(n):
    return forever(n + 1)


told(lambda: forever(0))


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

    def __repr__(self):
        return f"Node({self.value}, {self.next})"


chain = None
for i in range(300):
    chain = Node(i, chain)
print(len(repr(chain)))


def through_map(n):
    return n if n == 0 else list(map(through_map, [n - 1]))[0]


def through_sort(n):
    return 0 if n == 0 else sorted([n], key=lambda item: through_sort(n - 1))[0]


print(through_map(300), through_sort(200))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


told(lambda: fib(600))
print(fib(400))

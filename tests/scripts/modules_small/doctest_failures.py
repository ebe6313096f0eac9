import doctest


def add(a, b):
    """Add two numbers.

    >>> add(1, 2)
    3
    >>> add("a", "b")
    'ab'
    >>> add(1, "b")
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    """
    return a + b


def square(x):
    """
    >>> for i in range(3):
    ...     print(square(i))
    ...
    0
    1
    4
    >>> square(2)
    5
    >>> [square(i) for i in range(20)]  # doctest: +ELLIPSIS
    [0, 1, ..., 361]
    """
    return x * x


class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(1)
    >>> s.pop()
    1
    >>> s.pop()
    Traceback (most recent call last):
        ...
    IndexError: pop from empty list
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        """
        >>> Stack().items
        [1]
        """
        return self.items.pop()


print(doctest.testmod(optionflags=0))


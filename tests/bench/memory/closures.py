"""300,000 closures."""


def make(n):
    def inner():
        return n

    return inner


items = [make(i) for i in range(300000)]
print(len(items))

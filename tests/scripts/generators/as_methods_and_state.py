class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def paths(self, prefix=""):
        prefix += self.value
        if not self.children:
            yield prefix
        for child in self.children:
            yield from child.paths(prefix + "/")


t = Tree("a", Tree("b", Tree("d")), Tree("c"))
print(list(t), list(t.paths()), "d" in t, max(t), len(list(t)))


def bank():
    balance = 0
    while True:
        command = yield balance
        if command is None:
            continue
        kind, amount = command
        if kind == "in":
            balance += amount
        elif amount > balance:
            raise ValueError("too much")
        else:
            balance -= amount


b = bank()
print(next(b), b.send(("in", 50)), b.send(("out", 20)), next(b))
try:
    b.send(("out", 100))
except ValueError as error:
    print(error)
print(next(b, "over"), b.gi_frame, b.gi_running)


def scheduler(*tasks):
    tasks = list(tasks)
    while tasks:
        task = tasks.pop(0)
        try:
            print(next(task), end=" ")
            tasks.append(task)
        except StopIteration as stop:
            print(f"[{stop.value}]", end=" ")
    print()


def task(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return name.upper()


scheduler(task("a", 2), task("b", 3), task("c", 1))


def nested_finally():
    try:
        try:
            yield 1
        finally:
            print("inner", end=" ")
            yield 2
    finally:
        print("outer", end=" ")


print(list(nested_finally()))
try:
    list(1 if x else None.a for x in (1, 0))
except AttributeError as error:
    print(error)

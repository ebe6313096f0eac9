class Light:
    NEXT = {"red": "green", "green": "amber", "amber": "red"}

    def __init__(self):
        self.state = "red"

    def __next__(self):
        self.state = self.NEXT[self.state]
        return self.state

    def __iter__(self):
        return self


light = Light()
print([next(light) for _ in range(4)], [s for s, _ in zip(light, range(3))])


class Machine:
    def __init__(self, program):
        self.program, self.stack, self.at, self.out = program, [], 0, []

    def run(self, limit=1000):
        while self.at < len(self.program):
            limit -= 1
            if not limit:
                raise TimeoutError("too many steps")
            name, *arguments = self.program[self.at].split()
            self.at += 1
            getattr(self, "do_" + name, self.unknown)(*map(int, arguments))
        return self.out

    def unknown(self, *_):
        raise NotImplementedError(self.program[self.at - 1])

    def do_push(self, n):
        self.stack.append(n)

    def do_add(self):
        self.stack.append(self.stack.pop() + self.stack.pop())

    def do_dup(self):
        self.stack.append(self.stack[-1])

    def do_print(self):
        self.out.append(self.stack[-1])

    def do_jump_if_less(self, limit, target):
        if self.stack[-1] < limit:
            self.at = target


print(Machine(["push 1", "dup", "add", "print", "jump_if_less 100 1"]).run())
for program in (["add"], ["fly"], ["push 1", "jump_if_less 5 1"], ["push x"]):
    try:
        Machine(program).run()
    except Exception as error:
        print(program, type(error).__name__, error)


def coroutine(function):
    def start(*args):
        g = function(*args)
        next(g)
        return g
    return start


@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)


@coroutine
def collect(into):
    while True:
        into.append((yield))


found = []
g = grep("py", collect(found))
for line in ("python", "java", "happy", "c"):
    g.send(line)
g.close()
print(found)

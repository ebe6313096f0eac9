"""Makes random programs: Python source from a number alone.

Number 17 is the same program on every machine. A program consists of blocks that need nothing from
each other but the few names of the prelude. Values have kinds (int, text, list, ...), so most
expressions mean something; now and then a value of another kind is put in on purpose, because
errors must agree as well. Loops are bounded and numbers stay small, so every program ends soon.
Sets are only shown sorted: their order is not promised.
"""

import random

PRELUDE = '''\
class Box:
    made = 0

    def __init__(self, value=0, *rest, **named):
        Box.made += 1
        self.value, self.rest, self.named = value, rest, named

    def __repr__(self):
        return f"Box({self.value!r})"

    def __eq__(self, other):
        return self.value == other.value if isinstance(other, Box) else NotImplemented

    def __add__(self, other):
        return Box(self.value + (other.value if isinstance(other, Box) else other))

    def __len__(self):
        return len(self.value)

    def __iter__(self):
        yield from self.rest

    def __enter__(self):
        print("enter", self)
        return self.value

    def __exit__(self, kind, value, trace):
        print("exit", kind and kind.__name__)
        return kind is KeyError


def show(*values):
    print(*values, sep=" | ")
    return values[-1] if values else None
'''

WORDS = (
    "", "a", "Zed", "hello world", "x,y,z", "  pad ", "it's", "42", "-7", "3.5", "é漢", "Tab\\there",
)
KINDS = ("int", "float", "text", "list", "dict", "tuple", "bool")
ERRORS = (
    "ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "AttributeError",
)


class Block:
    """Writes one block: some lines of Python that use the prelude and names of their own."""

    def __init__(self, dice, number):
        self.dice = dice
        self.number = number
        self.lines = []
        self.indent = 0
        self.names = {kind: [] for kind in KINDS}
        self.fresh = 0
        self.loops = 0
        self.in_function = False

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def name(self, kind):
        self.fresh += 1
        name = f"{kind[0]}{self.number}_{self.fresh}"
        return name

    def chance(self, share):
        return self.dice.random() < share

    # Expressions. `deep` says how much deeper they may get.

    def value(self, kind, deep=2):
        if self.chance(0.006):
            return f"({self.value(self.dice.choice(KINDS), deep)})"
        if self.names[kind] and self.chance(0.35):
            return self.dice.choice(self.names[kind])
        if deep <= 0:
            return self.literal(kind)
        return getattr(self, "make_" + kind)(deep - 1)

    def literal(self, kind):
        dice = self.dice
        if kind == "int":
            return str(
                dice.choice((0, 1, 2, 3, 5, 7, 10, -1, -4, 255, 10**6, 2**31, 2**64, -(10**19)))
            )
        if kind == "float":
            return dice.choice(("0.5", "1.0", "-2.25", "0.1", "3.14159", "1e20", "1e-7", "100.0"))
        if kind == "text":
            return '"' + dice.choice(WORDS) + '"'
        if kind == "bool":
            return dice.choice(("True", "False"))
        if kind == "tuple":
            return dice.choice(("()", "(1,)", '(2, "b")', "(1, 2, 3)"))
        if kind == "dict":
            return dice.choice(("{}", '{"a": 1}', '{1: "x", "k": [2]}', '{"z": None, "b": 0.5}'))
        return dice.choice(
            ("[]", "[1]", "[3, 1, 2]", '["b", "a"]', "[0, -5, 10, 2]", "[[1], [2, 3]]")
        )

    def any_value(self, deep=2):
        return self.value(self.dice.choice(KINDS), deep)

    def small(self):
        return self.dice.choice(("0", "1", "2", "3", "-1", "-2", "4"))

    def ints(self, deep):
        values = [self.value("int", deep - 1) for _ in range(self.dice.randint(1, 4))]
        return f"[{', '.join(values)}]"

    def slice(self):
        low, high = (self.dice.choice(("", self.small())) for _ in range(2))
        return f"[{low}:{high}{self.dice.choice(('', ':2', ':-1'))}]"

    def make_int(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(16)
        if form < 6:
            return f"({a('int')} {b(('+', '-', '*', '//', '%', '&', '|', '^'))} {a('int')})"
        if form == 6:
            return f"({b(('-', '~', '+'))}{a('int')})"
        if form == 7:
            return f"len({a(b(('text', 'list', 'dict', 'tuple')))})"
        if form == 8:
            return f"{b(('max', 'min', 'sum'))}({self.ints(deep)})"
        if form == 9:
            return f"({a('int')} if {a('bool')} else {a('int')})"
        if form == 10:
            return f"int({a(b(('int', 'float', 'float', 'bool', 'text')))})"
        if form == 11:
            return f"{self.ints(deep)}[{self.small()}]"
        if form == 12:
            return f"({a('int')} ** {b('0123')})"
        if form == 13:
            return f"({a('int')} {b(('<<', '>>'))} {b(('0', '1', '5', '-1'))})"
        if form == 14:
            return f"divmod({a('int')}, {a('int')})[{b('01')}]"
        return f"{a('text')}.{b(('count', 'find', 'rfind', 'index'))}({a('text')})"

    def make_float(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(6)
        if form == 0:
            return f"({a('int')} / {a('int')})"
        if form < 4:
            return f"({a(b(('float', 'int')))} {b(('+', '-', '*', '/', '//', '%'))} {a('float')})"
        if form == 4:
            return f"round({a('float')}, {b('0123')})"
        return f"float({a(b(('int', 'text', 'float')))})"

    def make_text(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(12)
        if form == 0:
            return f"({a('text')} + {a('text')})"
        if form == 1:
            return f"({a('text')} * {b('0123')})"
        if form == 2:
            return a("text") + self.slice()
        if form == 3:
            return f"{a('text')}.{b(('upper', 'lower', 'title', 'strip', 'swapcase', 'capitalize'))}()"
        if form == 4:
            return f"{a('text')}.replace({a('text')}, {a('text')})"
        if form == 5:
            return f"{b(('str', 'repr', 'ascii'))}({self.any_value(deep)})"
        if form == 6:
            return f"{a('text')}.join(str(x) for x in {a(b(('list', 'tuple')))})"
        if form == 7:
            spec = b(("", ":5", ":<6", ":>+8", ":,", ":x", ":b", ":05", "!r", ":^7"))
            return f"f'<{{{b(self.names['int'] or ['12'])}{spec}}}>'"
        if form == 8:
            spec = b((".2f", "8.3f", "e", "g", ".0%", "+.1f", ",.2f", ""))
            return f"format({a('float')}, '{spec}')"
        if form == 9:
            return f"('%{b(('s', 'r', '5s', '-4s|', '.2s'))}' % ({self.any_value(deep)},))"
        if form == 10:
            return f"('%{b(('d', '05d', 'x', '+d', '.2f', 'g'))}' % {a(b(('int', 'float')))})"
        return f"{a('text')}.{b(('center', 'ljust', 'rjust', 'zfill'))}({b(('0', '5', '9'))})"

    def make_list(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(11)
        if form == 0:
            return f"[{', '.join(self.any_value(deep) for _ in range(self.dice.randint(0, 4)))}]"
        if form == 1:
            return self.ints(deep)
        if form == 2:
            return f"({a('list')} + {a('list')})"
        if form == 3:
            order = b(("", ", reverse=True", ", key=str"))
            return f"sorted({b((a('list'), self.ints(deep), a('text')))}{order})"
        if form == 4:
            return a("list") + self.slice()
        if form == 5:
            test = b(("", " if x", " if x != 1"))
            return f"[x * 2 for x in {a(b(('list', 'text', 'tuple')))}{test}]"
        if form == 6:
            return f"list(range({self.small()}, {b(('0', '6', '-3'))}, {b(('1', '2', '-1'))}))"
        if form == 7:
            return f"{a('text')}.split({b(('', repr(' '), repr(','), repr('')))})"
        if form == 8:
            return f"list({b(('enumerate', 'reversed', 'list'))}({a(b(('list', 'tuple', 'text')))}))"
        if form == 9:
            return f"list(zip({a('list')}, {a(b(('text', 'tuple', 'list')))}))"
        return f"[*{a(b(('list', 'tuple', 'text', 'dict')))}, {self.any_value(deep)}]"

    def make_dict(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(4)
        if form == 0:
            keys = [a(b(("text", "int"))) for _ in range(self.dice.randint(0, 3))]
            return "{" + ", ".join(f"{key}: {self.any_value(deep)}" for key in keys) + "}"
        if form == 1:
            return f"{{k: v for v, k in enumerate({a(b(('list', 'text', 'tuple')))})}}"
        if form == 2:
            return f"({a('dict')} | {a('dict')})"
        return f"{{**{a('dict')}, 'n': {self.any_value(deep)}}}"

    def make_tuple(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(4)
        if form == 0:
            return f"({self.any_value(deep)}, {self.any_value(deep)})"
        if form == 1:
            return f"tuple({a(b(('list', 'text', 'dict')))})"
        if form == 2:
            return f"{a('text')}.partition({a('text')})"
        return f"({a('tuple')} + {a('tuple')})"

    def make_bool(self, deep):
        a, b = (lambda kind: self.value(kind, deep)), self.dice.choice
        form = self.dice.randrange(8)
        if form < 3:
            kind = b(KINDS)
            ordered = ("<", "<=", ">", ">=") if kind != "dict" or self.chance(0.1) else ()
            return f"({a(kind)} {b(('==', '!=') + ordered)} {a(kind)})"
        if form == 3:
            return f"({a('bool')} {b(('and', 'or'))} {a('bool')})"
        if form == 4:
            return f"(not {self.any_value(deep)})"
        if form == 5:
            holder = a(b(("list", "tuple", "dict", "text")))
            return f"({self.any_value(deep)} {b(('in', 'not in'))} {holder})"
        if form == 6:
            kinds = b(("int", "str", "(list, tuple)", "float", "Box"))
            return f"isinstance({self.any_value(deep)}, {kinds})"
        return f"({a('int')} < {a('int')} <= {a('int')})"

    # Statements.

    def body(self, statements, deep):
        self.indent += 1
        known = {kind: list(names) for kind, names in self.names.items()}
        before = len(self.lines)
        for _ in range(statements):
            self.statement(deep)
        if len(self.lines) == before:
            self.line("pass")
        self.names = known
        self.indent -= 1

    def statement(self, deep):
        forms = ["show", "assign", "assign", "augment", "unpack", "item", "call"]
        if deep > 0:
            forms += ["branch", "loop", "attempt", "function", "generator", "with_box", "choose"]
            forms += ["closure", "class"]
        getattr(self, "write_" + self.dice.choice(forms))(deep - 1)

    def write_show(self, deep):
        self.line(f"show({', '.join(self.any_value() for _ in range(self.dice.randint(1, 3)))})")

    def write_assign(self, deep):
        kind = self.dice.choice(KINDS)
        name = self.name(kind)
        self.line(f"{name} = {self.value(kind, 3)}")
        self.line(f"show({name!r}, {name})")
        self.names[kind].append(name)

    def write_augment(self, deep):
        kind = self.dice.choice(("int", "text", "list", "float"))
        if not self.names[kind]:
            return self.write_assign(deep)
        name = self.dice.choice(self.names[kind])
        if kind in ("int", "float"):
            operator = self.dice.choice(("+=", "-=", "//=", "%=") + (() if self.loops else ("*=",)))
        else:
            operator = "+="
        value = self.value(kind, 1) if not self.loops else self.literal(kind)
        self.line(f"{name} {operator} {value}")
        self.line(f"show({name})")

    def write_unpack(self, deep):
        source = self.value(self.dice.choice(("list", "tuple", "text")), 2)
        first, second = self.name("any"), self.name("any")
        stars = self.dice.choice((("", ""), ("*", ""), ("", "*")))
        self.line(f"{stars[0]}{first}, {stars[1]}{second} = {source}")
        self.line(f"show({first}, {second})")

    def write_item(self, deep):
        kind = self.dice.choice(("list", "dict"))
        if not self.names[kind]:
            return self.write_assign(deep)
        name = self.dice.choice(self.names[kind])
        key = self.small() if kind == "list" else self.value(self.dice.choice(("text", "int")), 1)
        form = self.dice.randrange(4)
        if form == 0:
            self.line(f"del {name}[{key}]")
        elif form == 1:
            self.line(f"show({name}[{key}])")
        elif form == 2 and kind == "dict":
            self.line(f"show({name}.get({key}, 'none'), {name}.setdefault({key}, 0))")
        else:
            self.line(f"{name}[{key}] = {self.any_value(1)}")
        self.line(f"show({name})")

    def write_call(self, deep):
        b = self.dice.choice
        self.line(
            b(
                (
                    f"show(Box({self.any_value()}) == Box({self.any_value()}))",
                    f"show(Box({self.value('int')}) + {self.value('int')})",
                    f"show(len(Box({self.any_value()})), list(Box(0, *{self.value('list')})))",
                    f"show(Box(1, 2, k={self.any_value()}).named, Box().{b(('value', 'rest', 'colour'))})",
                    f"show(sorted(set({self.value(b(('list', 'text', 'tuple')))}), key=repr))",
                    f"show((lambda a, b=2, *c: (a, b, c))({self.any_value()}, *{self.value('tuple')}))",
                    f"show(list(map(lambda x: x * 2, {self.value('list')})))",
                    f"show(list(filter(None, {self.value('list')})), any({self.value('list')}))",
                )
            )
        )

    def write_branch(self, deep):
        self.line(f"if {self.value('bool')}:")
        self.body(self.dice.randint(1, 2), deep)
        if self.chance(0.4):
            self.line(f"elif {self.any_value()}:")
            self.body(1, deep)
        if self.chance(0.6):
            self.line("else:")
            self.body(1, deep)

    def write_loop(self, deep):
        if self.loops:
            return self.write_branch(deep)
        self.loops += 1
        name = self.name("any")
        if self.chance(0.6):
            source = self.value(self.dice.choice(("list", "text", "tuple", "dict")), 2)
            self.line(f"for {name} in list({source})[:4]:")
        else:
            self.line(f"{name} = 0")
            self.line(f"while ({name} := {name} + 1) < {self.dice.randint(2, 5)}:")
        self.body(self.dice.randint(1, 3), deep)
        if self.chance(0.4):
            self.indent += 1
            self.line(f"if {self.value('bool')}:")
            self.line("    " + self.dice.choice(("break", "continue")))
            self.indent -= 1
        if self.chance(0.4):
            self.line("else:")
            self.body(1, deep)
        self.loops -= 1

    def write_attempt(self, deep):
        self.line("try:")
        self.body(self.dice.randint(1, 2), deep)
        if self.chance(0.3):
            self.indent += 1
            self.line(f"raise {self.dice.choice(ERRORS)}({self.any_value()})")
            self.indent -= 1
        caught = self.dice.sample(ERRORS, self.dice.randint(1, 2))
        for error in caught:
            self.line(f"except {error} as error:")
            self.line("    show(type(error).__name__, error, error.args)")
            if self.chance(0.15):
                cause = self.dice.choice(("", " from error"))
                self.line(f"    raise {self.dice.choice(ERRORS)}('again'){cause}")
        if self.chance(0.3):
            self.line("else:")
            self.body(1, deep)
        if self.chance(0.4):
            self.line("finally:")
            self.body(1, deep)

    def inside_function(self, header, statements, deep, ending):
        outer_loops, self.loops = self.loops, 0
        self.line(header)
        known = {kind: list(names) for kind, names in self.names.items()}
        self.names = {kind: [] for kind in KINDS}
        self.names["int"] = ["n"]
        self.body(statements, deep)
        self.indent += 1
        for line in ending:
            self.line(line)
        self.indent -= 1
        self.names, self.loops = known, outer_loops

    def write_function(self, deep):
        name = self.name("function")
        parameters = ("n", "n=3", "n, *rest", "n, /, m=2", "n, *, key=None", "n, **more")
        header = f"def {name}({self.dice.choice(parameters)}):"
        self.inside_function(header, 2, deep, [f"return {self.any_value()}"])
        arguments = self.dice.choice(("1", "2, 3", "n=4", "5, key=6", "", "*[7]", "8, **{'m': 9}"))
        self.line(f"show({name}({arguments}))")

    def write_generator(self, deep):
        name = self.name("generator")
        if self.chance(0.5):
            ending = [f"yield {self.any_value()}", "return n"]
        else:
            ending = [f"got = yield from {self.value('list')}", "return got"]
        self.inside_function(f"def {name}(n):", 1, deep, ending)
        consumer = self.dice.choice(("list", "tuple", "sum", "sorted"))
        self.line(f"show({consumer}({name}({self.value('int', 1)})))")

    def write_with_box(self, deep):
        name = self.name("any")
        self.line(f"with Box({self.any_value()}) as {name}:")
        self.body(self.dice.randint(1, 2), deep)
        if self.chance(0.3):
            error = self.dice.choice(("KeyError", "ValueError"))
            self.line(f"    raise {error}({self.any_value(1)})")

    def write_choose(self, deep):
        self.line(f"match {self.any_value()}:")
        self.indent += 1
        cases = ["0 | 1 | 'a'", "[x, *others]", "{'a': found, **others}", "str() as text"]
        cases += ["int(x) if x > 3", "(x, y)", "None | True", "Box(value=v)"]
        for case in self.dice.sample(cases, 3):
            self.line(f"case {case}:")
            self.body(1, deep)
        self.line("case other:")
        self.line("    show('other', other)")
        self.indent -= 1

    def write_class(self, deep):
        name, b = self.name("Class"), self.dice.choice
        bases = b(("", "(Box)", "(list)", "(dict)", "(Exception)", "(Box)"))
        self.line(f"class {name}{bases}:")
        self.indent += 1
        attribute = b(("value", "made", "count", "_hidden"))
        self.line(f"{attribute} = {self.any_value()}")
        members = (
            (
                "def __repr__(self):",
                f"    return f'<{{type(self).__name__}} {{self.{attribute}}}>'",
            ),
            ("def __eq__(self, other):", f"    return {self.value('bool', 1)}"),
            (
                "def __lt__(self, other):",
                f"    return {b((self.value('bool', 1), 'NotImplemented'))}",
            ),
            ("def __bool__(self):", f"    return {self.value('bool', 1)}"),
            ("def __getattr__(self, name):", f"    return {b((repr('made up '), '1'))} + name"),
            ("def __call__(self, *args):", f"    return args, {self.any_value(1)}"),
            ("def __radd__(self, other):", f"    return {self.any_value(1)}"),
            ("def __contains__(self, item):", f"    return {self.any_value(1)}"),
            ("def __getitem__(self, key):", "    return super().__getitem__(key)"),
            ("@property", "def size(self):", f"    return {self.value('int', 1)}"),
            ("@classmethod", "def build(cls, *args):", "    return cls(*args)"),
            ("@staticmethod", "def plain(x=1):", "    return x * 2"),
            (
                "def __init__(self, *args):", "    super().__init__(*args)",
                "    self.count = len(args)",
            ),
            ("def grow(self, n):", f"    self.{attribute} += n", "    return self"),
        )
        for member in self.dice.sample(members, self.dice.randint(2, 5)):
            for line in member:
                self.line(line)
        self.indent -= 1
        for _ in range(self.dice.randint(2, 4)):
            thing = f"{name}({b(('', '', self.any_value(1)))})"
            use = b(
                (
                    thing, f"{thing}.{attribute}", f"{name}.{attribute}", f"{thing}.size",
                    f"{name}.build()", f"{name}.plain({self.value('int', 1)})", f"{thing}.plain()",
                    f"{thing} == {thing}", f"{thing} < {name}()", f"bool({thing})", f"1 + {thing}",
                    f"{thing}(1, 2)", f"3 in {thing}", f"{thing}[0]", f"{thing}.grow({self.small()})",
                    f"isinstance({thing}, {b(('Box', 'list', 'Exception', name))})", f"len({thing})",
                    f"[c.__name__ for c in {name}.__mro__]", f"{thing}.unknown", f"str({thing})",
                    f"hasattr({thing}, 'size')", f"getattr({thing}, 'count', 'no count')",
                )
            )
            self.line("try:")
            self.line(f"    show({use})")
            self.line("except Exception as error:")
            self.line("    print(type(error).__name__, error)")

    def write_closure(self, deep):
        maker, count = self.name("maker"), self.value("int", 1)
        step = self.dice.choice(("1", "2", "-1", "0.5", "'a'"))
        for line in (
            f"def {maker}(total):",
            "    def add(n=1):",
            "        nonlocal total",
            f"        total += n * {step}",
            "        return total",
            "    return add",
            f"add = {maker}({count})",
            "show(add(), add(5), add(n=-2))",
        ):
            self.line(line)


def make_block(dice, number):
    """One block, its errors shown rather than ending the program."""
    block = Block(dice, number)
    block.line("try:")
    block.indent += 1
    for _ in range(dice.randint(1, 3)):
        block.statement(2)
    block.indent -= 1
    block.line("except Exception as error:")
    block.line("    print('ended by', type(error).__name__, error)")
    return "\n".join(block.lines) + "\n"


def make_program(number):
    """The blocks of program NUMBER. One in five ends with a block whose errors go uncaught."""
    dice = random.Random(number)
    blocks = [make_block(dice, index) for index in range(dice.randint(5, 10))]
    if dice.random() < 0.2:
        last = Block(dice, len(blocks))
        for _ in range(3):
            last.statement(1)
        blocks.append("\n".join(last.lines) + "\n")
    return blocks

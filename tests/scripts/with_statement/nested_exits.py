log = []


class Step:
    def __init__(self, name, fail_in=None, swallow=()):
        self.name, self.fail_in, self.swallow = name, fail_in, swallow

    def __enter__(self):
        log.append(f"+{self.name}")
        if self.fail_in == "enter":
            raise RuntimeError(f"enter {self.name}")
        return self

    def __exit__(self, kind, value, trace):
        log.append(f"-{self.name}:{kind.__name__ if kind else None}")
        if self.fail_in == "exit":
            raise KeyError(f"exit {self.name}")
        return kind in self.swallow


def run(*steps, body=lambda: None):
    log.clear()
    try:
        with steps[0], steps[1]:
            log.append("body")
            body()
        log.append("after")
    except Exception as error:
        log.append(f"caught {error!r} context {error.__context__!r}")
    print(log)


def boom():
    raise ValueError("body")


run(Step("a"), Step("b"))
run(Step("a"), Step("b"), body=boom)
run(Step("a"), Step("b", swallow=(ValueError,)), body=boom)
run(Step("a", swallow=(ValueError,)), Step("b"), body=boom)
run(Step("a"), Step("b", "enter"))
run(Step("a", swallow=(RuntimeError,)), Step("b", "enter"))
run(Step("a"), Step("b", "exit"))
run(Step("a", swallow=(KeyError,)), Step("b", "exit"), body=boom)
run(Step("a", "exit"), Step("b", "exit"), body=boom)


def returning():
    with Step("r"):
        for i in range(5):
            with Step(f"i{i}"):
                if i == 1:
                    return i


log.clear()
print(returning(), log)


class Temporary:
    def __init__(self, target, **changes):
        self.target, self.changes = target, changes

    def __enter__(self):
        self.before = {k: getattr(self.target, k) for k in self.changes}
        vars(self.target).update(self.changes)
        return self.target

    def __exit__(self, *exc):
        vars(self.target).update(self.before)


class Config:
    pass


config = Config()
config.level = 1
with Temporary(config, level=5) as c:
    print(c.level)
print(config.level)

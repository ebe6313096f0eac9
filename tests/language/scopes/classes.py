from __future__ import annotations


def outer(parameter, unused):
    name = 1

    class Inner(Base, metaclass=Meta):
        name = name
        attribute = parameter
        __private = 2
        annotated: int = 3

        def method(self, __mangled):
            self.__private = __mangled
            super().method()
            return name

        def no_super(self):
            return parameter

        @staticmethod
        def uses_class():
            return __class__

        class Nested:
            def method(self):
                super().method()
                return lambda: super

        comprehension = [parameter for _ in attribute]
        global escaped
        escaped = 4
        def escaped(self): pass

        nonlocal unused
        unused = 5

    return Inner


class Plain:
    """Text."""
    x = 1
    def f(self, x=x):
        def g():
            return self, x, Plain
        return g


class __Under:
    def __f(self):
        from a import __b
        for __c in __d.__e: pass


async def mixed():
    class Body:
        value = [await_free for await_free in ()]
    def plain():
        yield Body
    return plain

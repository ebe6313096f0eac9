class Multi(Exception):
    def __str__(self):
        return "line one\nline two"


class Outer:
    class Inner(Exception):
        pass


try:
    raise Outer.Inner
except Outer.Inner as error:
    print(repr(error))
raise Multi("ignored")

class Outer:
    class Inner(Exception):
        pass


def raiser():
    raise Outer.Inner(1, "two")


try:
    raiser()
except Exception:
    import traceback
    traceback.print_exc()
raiser()

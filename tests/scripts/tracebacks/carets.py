import sys
import traceback


def show(function):
    try:
        function()
    except Exception:
        text = traceback.format_exc()
        print("\n".join(text.splitlines()[3:]))
        print()


class Thing:
    value = None


x, items, thing, data = 5, [1], Thing(), {"a": {"b": None}}
show(lambda: x + "text")
show(lambda: 1 + x / 0 * 2)
show(lambda: items[10])
show(lambda: data["a"]["b"]["c"])
show(lambda: thing.value.attribute.more)
show(lambda: missing + 1)
show(lambda: (x + 1)(2))
show(lambda: print(x, int("seven"), sep=""))
show(lambda: [n / 0 for n in items])
show(lambda: thing.nothing())
show(lambda: len(x) + 1)
show(lambda: x.upper().lower())
show(lambda: -items)
show(lambda: not missing)
show(lambda: x < "a" < 3)
show(lambda: f"{x:d} {missing}")
show(lambda: sorted([1, "a"]))
show(lambda: items[0]["key"] + 1)
show(lambda: (1 +
              x / 0))

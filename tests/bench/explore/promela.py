"""The same problems as models for SPIN.

One Promela process stands for one thread; each of its statements is one visible operation of the script:
a read of `x`, a write, taking a lock. There is no main thread, a thread that is done stays where it is
(`done` is a blocked statement where it may), and what a thread will not use again is put back to 0. So
SPIN has no state more than the problem has.
"""

DONE = "  end: false\n"


def threads(bodies, shared):
    """A model of one process for each body, with `shared` declared before them."""
    return shared + "".join(
        f"active proctype thread_{number}() {{\n  byte mine;\n{body}{DONE}}}\n"
        for number, body in enumerate(bodies))


ADD = "  mine = x;\n  d_step { x = mine + 1; mine = 0 };\n"


def take(lock):
    return f"  d_step {{ {lock} == 0 -> {lock} = 1 }};\n"


def racy(n, m):
    return threads([ADD * m] * n, "byte x;\n")


def locked(n):
    return threads([take("lock") + ADD + "  lock = 0;\n"] * n, "byte x, lock;\n")


def dining(n, left):
    bodies = []
    for seat in range(n):
        first, second = f"fork[{seat}]", f"fork[{(seat + 1) % n}]"
        if not left and seat == n - 1:
            first, second = second, first
        bodies.append(take(first) + take(second) + f"  {second} = 0;\n  {first} = 0;\n")
    return threads(bodies, f"byte fork[{n}];\n")


def buffer(wakes_all):
    """Two producers and two consumers of two items each, room for one; waiters wake in their order."""
    wake = "waiters?who; woken[who] = 1"
    some, none = "len(waiters) > 0", "len(waiters) == 0"
    notify = (f"do :: {some} -> {wake} :: {none} -> break od" if wakes_all else
              f"if :: {some} -> {wake} :: {none} fi")

    def turn(number, must_wait, change):
        return (take("lock") +
                f"  do\n"
                f"  :: {must_wait} -> d_step {{ waiters!{number}; lock = 0 }};\n"
                f"     d_step {{ woken[{number}] && lock == 0 -> woken[{number}] = 0; lock = 1 }}\n"
                f"  :: else -> break\n"
                f"  od;\n"
                f"  {change};\n"
                f"  d_step {{ {notify}; who = 0 }};\n"
                f"  lock = 0;\n")

    bodies = [turn(number, "items >= 1", "items++") * 2 for number in (0, 1)]
    bodies += [turn(number, "items == 0", "items--") * 2 for number in (2, 3)]
    return threads(bodies, "byte lock, items, who;\nbool woken[4];\nchan waiters = [4] of { byte };\n")


def peterson():
    bodies = []
    for me, other in ((0, 1), (1, 0)):
        bodies.append(f"  flag[{me}] = 1;\n"
                      f"  turn = {other};\n"
                      f"  do\n"
                      f"  :: flag[{other}] -> if :: turn == {other} :: else -> break fi\n"
                      f"  :: else -> break\n"
                      f"  od;\n" +
                      ADD +
                      f"  flag[{me}] = 0;\n")
    return threads(bodies, "bool flag[2];\nbyte turn, x;\n")

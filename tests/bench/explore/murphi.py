"""The same problems as models for Rumur, in the Murphi language.

`at` says how many of its operations each thread has made. Threads that are alike are a scalarset, by
which Rumur knows it. A rule that changes nothing once all are done keeps that from being a deadlock.
"""


def model(thread, shared, last, rules):
    """`shared`: name and type; all begin with 0. `rules`: condition and change of each operation of t."""
    declared = "".join(f"  {name}: {kind};\n" for name, kind in shared)
    cleared = "".join(f"  clear {name};\n" for name, _ in shared)
    made = "".join(f"  rule {condition} ==> begin {change} end;\n" for condition, change in rules)
    return (f"type thread: {thread};\n"
            f"var\n{declared}  at: array[thread] of 0..{last};\n"
            f"startstate begin\n{cleared}  clear at;\nend;\n"
            f"ruleset t: thread do\n{made}end;\n"
            f"rule forall t: thread do at[t] = {last} end ==> begin end;\n")


def racy(n, m):
    return model(f"scalarset({n})", [("x", f"0..{n * m}"), ("mine", f"array[thread] of 0..{n * m}")],
                 2 * m,
                 [(f"at[t] < {2 * m} & at[t] % 2 = 0", "mine[t] := x; at[t] := at[t] + 1;"),
                  ("at[t] % 2 = 1", "x := mine[t] + 1; mine[t] := 0; at[t] := at[t] + 1;")])


def locked(n):
    return model(f"scalarset({n})",
                 [("x", f"0..{n}"), ("lock", "0..1"), ("mine", f"array[thread] of 0..{n}")], 4,
                 [("at[t] = 0 & lock = 0", "lock := 1; at[t] := 1;"),
                  ("at[t] = 1", "mine[t] := x; at[t] := 2;"),
                  ("at[t] = 2", "x := mine[t] + 1; mine[t] := 0; at[t] := 3;"),
                  ("at[t] = 3", "lock := 0; at[t] := 4;")])


def dining(n, left):
    swaps = "false" if left else f"t = {n - 1}"
    first = f"({swaps} ? (t + 1) % {n} : t)"
    second = f"({swaps} ? t : (t + 1) % {n})"
    return model(f"0..{n - 1}", [("fork", f"array[0..{n - 1}] of 0..1")], 4,
                 [(f"at[t] = 0 & fork[{first}] = 0", f"fork[{first}] := 1; at[t] := 1;"),
                  (f"at[t] = 1 & fork[{second}] = 0", f"fork[{second}] := 1; at[t] := 2;"),
                  ("at[t] = 2", f"fork[{second}] := 0; at[t] := 3;"),
                  ("at[t] = 3", f"fork[{first}] := 0; at[t] := 4;")])


def buffer(wakes_all):
    """Two producers and two consumers of two items each, room for one; waiters wake in their order.

    A turn of a thread: 0 it takes the lock, 1 it looks, 2 it waits, 3 it takes the lock again, 4 it changes the
    items, 5 it notifies, 6 it lets go. `rank` says who wakes next: 1; who has been woken has 0.
    """
    place, next_one = "at[t] % 7", "at[t] := at[t] + 1;"
    must_wait = "(t < 2 ? items = 1 : items = 0)"
    wake = ("clear rank; waiters := 0;" if wakes_all else
            "if waiters > 0 then waiters := waiters - 1; end; "
            "for u: thread do if rank[u] > 0 then rank[u] := rank[u] - 1; end; end;")
    return model("0..3",
                 [("lock", "0..1"), ("items", "0..1"), ("waiters", "0..4"), ("rank", "array[thread] of 0..4")],
                 14,
                 [(f"at[t] < 14 & {place} = 0 & lock = 0", f"lock := 1; {next_one}"),
                  (f"{place} = 1 & {must_wait}", next_one),
                  (f"{place} = 1 & !{must_wait}", "at[t] := at[t] + 3;"),
                  (f"{place} = 2", f"lock := 0; waiters := waiters + 1; rank[t] := waiters; {next_one}"),
                  (f"{place} = 3 & rank[t] = 0 & lock = 0", "lock := 1; at[t] := at[t] - 2;"),
                  (f"{place} = 4", f"items := 1 - items; {next_one}"),
                  (f"{place} = 5", f"{wake} {next_one}"),
                  (f"{place} = 6", f"lock := 0; {next_one}")])


def peterson():
    return model("0..1",
                 [("flag", "array[thread] of 0..1"), ("turn", "thread"), ("x", "0..2"),
                  ("mine", "array[thread] of 0..2")], 7,
                 [("at[t] = 0", "flag[t] := 1; at[t] := 1;"),
                  ("at[t] = 1", "turn := 1 - t; at[t] := 2;"),
                  ("at[t] = 2 & flag[1 - t] = 1", "at[t] := 3;"),
                  ("at[t] = 2 & flag[1 - t] = 0", "at[t] := 4;"),
                  ("at[t] = 3 & turn = 1 - t", "at[t] := 2;"),
                  ("at[t] = 3 & turn = t", "at[t] := 4;"),
                  ("at[t] = 4", "mine[t] := x; at[t] := 5;"),
                  ("at[t] = 5", "x := mine[t] + 1; mine[t] := 0; at[t] := 6;"),
                  ("at[t] = 6", "flag[t] := 0; at[t] := 7;")])

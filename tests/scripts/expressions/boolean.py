def show(value):
    print("?", repr(value), end=" ")
    return value


print(show(0) or show("") or show("last"))
print(show(1) and show([]) and show("never"))
print(show(0) and 1 or show(2))
print(not show(0), not show("x"))
print(show(None) or show(0))
print(show(1) or show(2) and show(3))
print((show(1) or show(2)) and show(3))
for value in (
    0, 1, -1, 0.0, 0.1, "", " ", [], [0], (), (None,), {}, {0: 0}, set(), None, 0j, b"", range(0),
):
    print(bool(value), end=" ")
print()
print("yes" if show([]) else "no", "yes" if [0] else "no")
print(1 if 0 else 2 if 0 else 3)


class Empty:
    def __len__(self):
        return 0


class Never:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


print(bool(Empty()), bool(Never()), not Empty(), Never() or "other")

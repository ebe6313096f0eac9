w, p, v = 12, 3, 3.14159
print(f"{v:{w}.{p}}|{v:<{w}.2f}|{v:^+{w}.1e}|{v!r:>10}|{{}}|{'nested' + f'{1 + 1}'}|{v=:.2f}|{w = }|{'a' if v else 'b'}")
for s in ("", "5", ">5", "^7", "*^7", "05", "+", ",", "_", "x", "#x", "b", "#o", "e", ".2f", "%", "c", "n", "g", "10,.1f", "=+6"):
    try: print(repr(s), format(42, s), sep=" -> ")
    except ValueError as e: print(repr(s), e)
for s in ("", "10", ".3", "<8.2", "^9", "-^9", "s", "d", "5d", "=5", ","):
    try: print(repr(s), "[" + format("hello", s) + "]")
    except ValueError as e: print(repr(s), e)
for x in (1e100, 1e-5, 123456789.123, 0.1, -0.0, float("nan"), 1e22, 1e23, 5e-324, 1.7976931348623157e308, 100.0): print(x, f"{x:g} {x:.3f} {x:e} {x:.0f}" if x == x and x < 1e30 else "", repr(x))
print("%5.1f|%-8s|%08.3f|%+d|% d|%#x|%s|%r|%a|%5s%%" % (3.14159, "ab", 3.14159, 5, 5, 255, [1], "é", "é", 50))
print("{0!s:>5} {1!r} {0:>{2}} {name[0]} {obj.real}".format("ab", "cd", 6, name=[9], obj=5), "{:c}{:%}".format(65, .5))
print("{:>10}|{:^10}|{:<10}|{:=+10}|{:010.2f}|{:,}|{:_}".format("r", "c", "l", 5, -3.14159, 1234567.891, 10**10))
print("abc".center(10, "*"), "abc".ljust(6, ".") + "|", "7".zfill(3), "-7".zfill(4), "a\tb".expandtabs(4), "Hello World".swapcase(), "hELLO wORLD's".title(), "ß".upper(), "x" * 3)
print("a,b;c".replace(",", ";").split(";"), "a b c".rsplit(" ", 1), "k=v=w".partition("="), "k=v=w".rpartition("="), "  x ".strip() + "|", "xxhixx".strip("x"), "prefix-x".removeprefix("prefix-"), "l1\nl2\r\nl3".splitlines(), "%s" % (1,), "abc"[::-1], "abc" in "xabcx", "Abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "abc".find("z"), "banana".count("an"), "x".encode(), b"\x00ab\xff", "\u20ac".encode("utf-8"), "\N{SNOWMAN}")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\n\t\\\x7f\u0300"), ascii("é€😀"), str(b"x"), [1.0, "a", None, ..., (1,), {2}, {"k": []}, frozenset({1}), range(2), slice(1, 2)], 1j, -1j, 1 + 0j, complex("nan"))
print(*"abc", sep=", ", end="!\n"); print(); print("a", "b", sep=""); print(1, 2, end=""); print(" x", flush=True)

# Neither is there all at once.
def numbers():
    for i in range(3):
        print("gives", i)
        yield i


print(max(numbers(), key=lambda n: print("key", n) or -n))
print(min(numbers()), max(range(10 ** 7)), min(range(5, 10 ** 7)), max(range(0), default="none"))
print(max(map(abs, [-3, 2])), min(iter("hello")), max({"a": 1, "b": 2}), max("ab", "c", key=len))
for wrong in (lambda: max(range(0)), lambda: min(x for x in ()), lambda: max(iter([1, "a"])), lambda: max(5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(any(range(10 ** 5)), all(range(1, 10 ** 5)), ("a" * 1000).find("a" * 500 + "b"), "abcabd".find("abd"), "x".find(""))

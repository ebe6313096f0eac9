# lockstep: no-python
# CPython's C stack carries it further.
key = ()
for _ in range(100000):
    key = (key,)
for use in (lambda: hash(key), lambda: {key: 1}, lambda: {key}, lambda: key in {}, lambda: [].count(key)):
    try:
        print(use())
    except RecursionError as error:
        print("RecursionError:", error)

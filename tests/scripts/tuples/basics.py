t = (1, "two", 3.0)
print(t, len(t), t[0], t[-1], t[1:], (1,), (), tuple("ab"), tuple([1, 2]), 1, (1))
print(t + (4,), t * 2, 3.0 in t, t.count(1), t.index("two"), t == (1, "two", 3), (1, 2) < (1, 3))
one = 5,
print(one, type(one).__name__)
x, y = 1, 2
print((x, y), (y, x))
print({(0, 0): "origin"}[0, 0], hash((1, 2)) == hash((1, 2)), sorted([(2, 1), (1, 2)]))
inner = ([1], 2)
inner[0].append(3)
print(inner)
try:
    inner[0] += [4]
except TypeError as error:
    print(error, inner)

def attempt(function):
    try:
        function()
    except Exception as error:
        print(f"{function.__name__}: {type(error).__name__}: {error}")


@attempt
def assign():
    t[0] = 1


@attempt
def delete():
    del t[0]


@attempt
def append():
    t.append(1)


@attempt
def add_list():
    t + [1]


@attempt
def hash_list():
    hash(([],))


@attempt
def outside():
    t[5]


@attempt
def find():
    t.index(9)



def pair():
    return 1, 2


a, b = pair()
print(a, b, pair(), [*pair()], max(pair()), sum(pair()))
print((lambda *args: args)(1, 2), tuple(x * x for x in range(4)), () == tuple(), not ())

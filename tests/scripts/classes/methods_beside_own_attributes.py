# A method that was found once is not taken from the class any more where the object has one of its own.
class Items(list):
    def name(self):
        return "class"

class Trouble(ValueError):
    def name(self):
        return "class"

class Table(dict):
    def name(self):
        return "class"

def names(objects):
    return [one.name() for one in objects]

for make in Items, Trouble, Table:
    plain, other, third = make(), make(), make()
    print(make.__name__, names([plain, other, third]))
    other.size = 3
    print(names([plain, other, third]))
    other.name = lambda: "own"
    print(names([plain, other, third]))
    vars(third)["name"] = lambda: "own, by vars"
    print(names([plain, other, third]))
    del other.name
    print(names([plain, other, third]))
    make.name = lambda self: "new class"
    print(names([plain, other, third]))

for error in ValueError("a"), KeyError("b"):
    for n in range(3):
        if n == 2:
            error.with_traceback = lambda tb: "own"
        print(type(error.with_traceback(None)).__name__)

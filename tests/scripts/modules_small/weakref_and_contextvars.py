import weakref


class Thing:
    def __init__(self, name):
        self.name = name


t = Thing("a")
r = weakref.ref(t)
print(r() is t, r().name)
d = weakref.WeakValueDictionary()
d["k"] = t
print(d["k"].name, len(d), "k" in d)
try:
    weakref.ref(5)
except TypeError as error:
    print(error)

# lockstep: seed 8
import threading

data = threading.local()
data.value = "main"
seen = {}


def work(name):
    before = hasattr(data, "value")
    data.value = name
    data.items = [name]
    seen[name] = (before, data.value, data.items, sorted(vars(data)))


threads = [threading.Thread(target=work, args=(n,)) for n in ("a", "b")]
for t in threads:
    t.start()
for t in threads:
    t.join()
for name in sorted(seen):
    print(name, seen[name])
print(data.value, hasattr(data, "items"), data.__dict__)
try:
    data.items
except AttributeError as error:
    print(error)
del data.value
print(hasattr(data, "value"))


class Settings(threading.local):
    level = 1

    def __init__(self, start):
        self.count = start

    def bump(self):
        self.count += 1
        return self.count


s = Settings(10)
s.bump()
out = []
t = threading.Thread(target=lambda: out.append((s.count, s.bump(), s.level)))
t.start()
t.join()
print(out, s.count)

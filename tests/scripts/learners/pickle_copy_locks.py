import copy, pickle, threading, queue
class Cache:
    def __init__(self): self.data, self._lock = {"a": [1]}, threading.Lock()
    def __getstate__(self): s = dict(self.__dict__); s.pop("_lock"); return s
    def __setstate__(self, s): self.__dict__.update(s); self._lock = threading.Lock()
c = Cache(); d = pickle.loads(pickle.dumps(c)); e = copy.deepcopy(c); e.data["a"].append(2)
print(d.data, e.data, c.data, d._lock is not c._lock)
class Plain:
    def __init__(self): self.lock = threading.RLock()
for f in (pickle.dumps, copy.deepcopy):
    for o in (Plain(), threading.Lock(), [queue.Queue()], {"t": threading.Thread()}, threading.Condition(), threading.local()):
        try: f(o); print("?")
        except TypeError as x: print(x)
print(copy.copy(Plain()).lock is not None)

import weakref, threading, types, contextlib, copy
class Event:
    def __init__(self): self._subs = []; self._lock = threading.RLock()
    def __iadd__(self, f):
        with self._lock: self._subs.append(f)
        return self
    def __isub__(self, f):
        with self._lock: self._subs.remove(f)
        return self
    def __call__(self, *a, **k):
        with self._lock: subs = self._subs[:]
        return [f(*a, **k) for f in subs]
class Btn:
    clicked = None
    def __init__(self, label): self.label = label; self.clicked = Event()
b = Btn("ok")
def h(x): return f"h{x}"
b.clicked += h; b.clicked += lambda x: x * 2
print(b.clicked(21)); b.clicked -= h; print(b.clicked(1))
try: b.clicked -= h
except ValueError as e: print(e)
class Base:
    plugins = []
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); cls.plugins.append(cls)
    def run(self): raise NotImplementedError(f"{type(self).__name__}.run")
class A(Base):
    def run(self): return "A"
class B(A):
    def run(self): return super().run() + "B"
class C(Base): pass
for p in Base.plugins:
    try: print(p.__name__, p().run())
    except NotImplementedError as e: print("NI", e)
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
print([c.__name__ for c in W.__mro__], issubclass(W, X), W.__bases__, isinstance(W(), (int, Z)))
try:
    class Bad(X, Y): pass
except TypeError as e: print(e)
x = [1, [2, 3]]; s, d = copy.copy(x), copy.deepcopy(x); x[1].append(4); print(s, d, s[1] is x[1])
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=3))
class Meta(type):
    def __new__(m, n, b, d, **k): d["tag"] = k.get("tag", n.lower()); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
    def __len__(c): return 7
    def __getattr__(c, n): return f"meta:{n}"
class K(metaclass=Meta, tag="t"): pass
print(K.tag, len(K), K.zzz, type(K))
with contextlib.ExitStack() as st:
    for i in range(3): st.callback(print, "cb", i)
    st.push(lambda *e: print("exit", e[0]) or True)
    raise OSError

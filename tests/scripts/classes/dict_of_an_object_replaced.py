class Borg:
    _shared = {}
    def __init__(self): self.__dict__ = self._shared
a, b = Borg(), Borg(); a.x = 1; print(b.x, a.__dict__ is b.__dict__, Borg._shared)
class R:
    def __init__(self, **k): self.__dict__.update(k); self.z = 0
r = R(p=1); r.__dict__ = {"q": 2}; print(r.__dict__, r.q, hasattr(r, "p"))
try: r.__dict__ = 5
except TypeError as e: print(e)
r.__dict__["n"] = 3; print(r.n, vars(r)); del r.__dict__["q"]; print(hasattr(r, "q"))
def get(o): return o.v
xs = [R(v=i) for i in range(3)]; print([get(x) for x in xs]); xs[1].__dict__ = {"v": "new"}; print([get(x) for x in xs])
xs[0].__dict__.clear(); print(vars(xs[0]))
class Sh: pass
s1, s2 = Sh(), Sh(); s2.__dict__ = s1.__dict__; s1.k = 5; print(s2.k); s2.j = 6; print(s1.j)

import weakref, gc
class R:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"R{self.n}"
r = R(1); w = weakref.ref(r); print(w() is r, w())
d = weakref.WeakValueDictionary(); d["a"] = r; print(list(d.items()))
s = weakref.WeakSet([r]); print(len(s), r in s)
p = weakref.proxy(r); print(p.n)
f = weakref.finalize(r, print, "fin"); print(f.alive)
class Res:
    def __enter__(self): print("open"); return self
    def __exit__(self, *a): print("close")
    def __del__(self): print("del")
with Res() as x: pass
print("end")

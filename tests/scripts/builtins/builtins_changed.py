import builtins
def show(): print("x")
show()
old = builtins.print
builtins.print = lambda *a, **k: old("patched", *a, **k)
show()
builtins.print = old
show()
print = lambda *a: old("global", *a)
show()
del print
show()
builtins.newname = 5
def n(): return newname
old(n())

class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
z = R("z"); _p = R("p"); a = R("a")
l = [R("l1"), R("l2")]
d = {"k": R("d")}
class H:
    def __init__(self): self.r = R("inner")
h = H()
b = R("b")


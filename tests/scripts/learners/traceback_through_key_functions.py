import functools
@functools.wraps(print)
def deco(*a): return max(*a, key=lambda v: v.missing)
class A:
    @property
    def p(self): return self._q
    @staticmethod
    def s(x): return x.p
    @classmethod
    def c(cls): return cls.s(cls())
sorted([3, 1], key=lambda v: A.c() if v == 1 else v)

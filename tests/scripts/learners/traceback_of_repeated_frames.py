def f(n):
    if n == 0: raise RecursionError("own")
    return f(n - 1)
try: f(3)
except RecursionError as e: print(e)
def r(n): return r(n + 1) + 1
import sys; sys.setrecursionlimit(60)
r(0)

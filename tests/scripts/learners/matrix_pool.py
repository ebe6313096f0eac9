from concurrent.futures import ThreadPoolExecutor
from functools import partial, reduce
import operator, math
def row(A, B, i): return [sum(a * b for a, b in zip(A[i], c)) for c in zip(*B)]
A = [[i * j % 7 for j in range(4)] for i in range(3)]; B = [[i + j for j in range(2)] for i in range(4)]
with ThreadPoolExecutor() as ex: C = list(ex.map(partial(row, A, B), range(3)))
print(*C, sep="\n")
def is_prime(n): return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))
with ThreadPoolExecutor(4) as ex:
    flags = ex.map(is_prime, range(30), chunksize=5)
    print([n for n, f in enumerate(flags) if f])
words = "the quick brown the lazy dog the end".split()
def count(chunk):
    d = {}
    for w in chunk: d[w] = d.get(w, 0) + 1
    return d
def merge(a, b): return {k: a.get(k, 0) + b.get(k, 0) for k in a | b}
with ThreadPoolExecutor(3) as ex:
    parts = ex.map(count, [words[i::3] for i in range(3)])
    print(sorted(reduce(merge, parts).items(), key=lambda kv: (-kv[1], kv[0])))

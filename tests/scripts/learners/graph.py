import heapq, collections, math, threading
G = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}
def dijkstra(g, s):
    dist = dict.fromkeys(g, math.inf); dist[s] = 0; h = [(0, s)]; prev = {}
    while h:
        d, u = heapq.heappop(h)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if (nd := d + w) < dist[v]:
                dist[v], prev[v] = nd, u; heapq.heappush(h, (nd, v))
    return dist, prev
print(*dijkstra(G, "A"))
def topo(g):
    indeg = collections.Counter(v for u in g for v in g[u]); q = collections.deque(u for u in g if not indeg[u]); out = []
    while q:
        u = q.popleft(); out.append(u)
        for v in g[u]:
            indeg[v] -= 1
            if not indeg[v]: q.append(v)
    return out
print(topo(G))
seen, lock, order = set(), threading.Lock(), []
def visit(u):
    with lock:
        if u in seen: return
        seen.add(u); order.append(u)
    ts = [threading.Thread(target=visit, args=(v,)) for v in G[u]]
    for t in ts: t.start(); t.join()
visit("A"); print(order)
def perms(xs):
    if not xs: yield []; return
    for i, x in enumerate(xs):
        for p in perms(xs[:i] + xs[i + 1:]): yield [x, *p]
print(sum(1 for _ in perms("abcd")), next(perms("abc")))
def sieve(n):
    s = bytearray([1]) * (n + 1); s[:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if s[i]: s[i * i::i] = bytes(len(s[i * i::i]))
    return [i for i, v in enumerate(s) if v]
print(sieve(50), bin(sum(1 << i for i in sieve(20))))
m = [[1, 2, 3], [4, 5, 6]]; print([list(r) for r in zip(*m)], [x for r in m for x in r if x % 2], {k: v for k, *v in m})
a = [5, 2, 9]; a[1:1] = [7, 7]; del a[::2]; a.extend(range(2)); a.sort(key=lambda x: (-x, x)); print(a, a[-2:], a[::-1], a.index(7), a.count(7))

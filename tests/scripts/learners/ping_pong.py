import threading
class PingPong:
    def __init__(self, n): self.n, self.turn, self.cv, self.log = n, "ping", threading.Condition(), []
    def play(self, me, other):
        for _ in range(self.n):
            with self.cv:
                while self.turn != me: self.cv.wait()
                self.log.append(me); self.turn = other; self.cv.notify()
p = PingPong(3)
a = threading.Thread(target=p.play, args=("ping", "pong")); b = threading.Thread(target=p.play, args=("pong", "ping"))
b.start(); a.start(); a.join(); b.join()
print(p.log)
class FooBar:
    def __init__(self, n): self.n = n; self.a, self.b = threading.Semaphore(1), threading.Semaphore(0)
    def foo(self, out):
        for i in range(self.n): self.a.acquire(); out.append("foo"); self.b.release()
    def bar(self, out):
        for i in range(self.n): self.b.acquire(); out.append("bar"); self.a.release()
fb, out = FooBar(3), []
ts = [threading.Thread(target=m, args=(out,)) for m in (fb.bar, fb.foo)]
for t in ts: t.start()
for t in ts: t.join()
print("".join(out))
class FizzBuzz:
    def __init__(self, n): self.n, self.i, self.cv, self.out = n, 1, threading.Condition(), []
    def run(self, cond, what):
        while True:
            with self.cv:
                self.cv.wait_for(lambda: self.i > self.n or cond(self.i))
                if self.i > self.n: return
                self.out.append(what(self.i)); self.i += 1; self.cv.notify_all()
z = FizzBuzz(15)
specs = [(lambda i: i % 15 == 0, lambda i: "fizzbuzz"), (lambda i: i % 3 == 0 and i % 5, lambda i: "fizz"), (lambda i: i % 5 == 0 and i % 3, lambda i: "buzz"), (lambda i: i % 3 and i % 5, str)]
ts = [threading.Thread(target=z.run, args=s) for s in specs]
for t in ts: t.start()
for t in ts: t.join()
print(*z.out)

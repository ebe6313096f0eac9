import threading
class Philosopher(threading.Thread):
    def __init__(self, name, left, right, meals):
        super().__init__(name=name); self.left, self.right, self.meals, self.eaten = left, right, meals, 0
    def run(self):
        a, b = sorted((self.left, self.right), key=forks.index)
        while self.eaten < self.meals:
            with a, b: self.eaten += 1
forks = [threading.Lock() for _ in range(5)]
ps = [Philosopher(n, forks[i], forks[(i + 1) % 5], 20) for i, n in enumerate(["Aristotle", "Kant", "Plato", "Marx", "Hume"])]
for p in ps: p.start()
for p in ps: p.join()
for p in sorted(ps, key=lambda p: p.name): print(f"{p.name:<12}|{p.eaten:>4d}|{p.eaten / 100:6.1%}")

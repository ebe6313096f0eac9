# lockstep: seed 38
import threading
from functools import partial


class Job:
    def __init__(self, out):
        self.out = out

    def method(self, x):
        self.out.append(("method", x))

    @classmethod
    def of_class(cls, out):
        out.append(("class", cls.__name__))

    @staticmethod
    def plain(out):
        out.append(("static",))

    def __call__(self, *args, **kwargs):
        self.out.append(("call", args, kwargs))


out = []
job = Job(out)
for target, args, kwargs in (
    (job.method, (1,), {}), (Job.of_class, (out,), {}), (Job.plain, (out,), {}),
    (job, (1, 2), {"k": 3}), (partial(out.append, "partial"), (), {}), (out.extend, ([5, 6],), {}),
    (lambda: out.append("lambda"), (), {}), (exec, ("out.append('exec')", {"out": out}), {}),
):
    t = threading.Thread(target=target, args=args, kwargs=kwargs)
    t.start()
    t.join()
print(out)
t = threading.Thread(None, out.clear, "positional", (), {}, daemon=False)
t.start()
t.join()
print(out, t.name)


def outer():
    local = []

    def inner(n):
        local.append(n * 2)
    threads = [threading.Thread(target=inner, args=(n,)) for n in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sorted(local)


print(outer())

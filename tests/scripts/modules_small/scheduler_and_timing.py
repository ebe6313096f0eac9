import gc
import sched
import signal
import threading
import timeit


class Clock:
    now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)
s.enter(5, 1, print, argument=("at five",))
s.enter(2, 2, print, ("at two, second",))
s.enter(2, 1, print, ("at two, first",), {"end": "!\n"})
dropped = s.enter(3, 1, print, ("never",))
print(len(s.queue), s.empty(), [e.time for e in s.queue], s.queue[0].priority)
s.cancel(dropped)
try:
    s.cancel(dropped)
except ValueError:
    print("not there any more")
print(s.run(blocking=False))
s.run()
print(clock.now, s.empty())

real = sched.scheduler()
real.enter(0.01, 1, lambda: print("soon"))
thread = threading.Thread(target=real.run)
thread.start()
thread.join()

print(timeit.timeit("x += 1", setup="x = 0", number=100) >= 0, len(timeit.repeat(lambda: None, number=10, repeat=3)))
print(timeit.Timer("f(3)", globals={"f": abs}).timeit(5) > 0, timeit.default_timer() > 0)
print(gc.isenabled(), gc.collect() >= 0, gc.get_threshold()[0])
gc.disable()
print(gc.isenabled())

print(signal.SIGINT, repr(signal.SIGTERM), signal.getsignal(signal.SIGTERM), signal.Signals(2).name)
print(signal.signal(signal.SIGTERM, lambda number, frame: print("got", number)))
signal.raise_signal(signal.SIGTERM)
print(signal.signal(signal.SIGTERM, signal.SIG_IGN).__name__, signal.strsignal(15))
signal.raise_signal(signal.SIGTERM)


def elsewhere():
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    except ValueError as error:
        print(error)


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("interrupted", repr(error))

import threading, sys, traceback
class PropagatingThread(threading.Thread):
    def run(self):
        self.exc = None; self.ret = None
        try:
            if self._target: self.ret = self._target(*self._args, **self._kwargs)
        except BaseException as e: self.exc = e
    def join(self, timeout=None):
        super().join(timeout)
        if self.exc: raise self.exc
        return self.ret
def f(x):
    if x < 0: raise ValueError("negative: %d" % x)
    return x ** .5
t = PropagatingThread(target=f, args=(16,)); t.start(); print(t.join())
t = PropagatingThread(target=f, args=(-1,), name="neg"); t.start()
try: t.join()
except ValueError as e:
    print("caught", e); print([fr.name for fr in traceback.extract_tb(e.__traceback__)])
def g():
    try: f(-5)
    except ValueError: traceback.print_exc(limit=1, file=sys.stdout); print(sys.exc_info()[0].__name__)
t = threading.Thread(target=g); t.start(); t.join()
t = PropagatingThread(target=f, args=(-7,)); t.start(); t.join()

import sched, time, atexit, warnings, pprint, signal, sys, os, contextlib, io, types, inspect
s = sched.scheduler(time.monotonic, time.sleep)
s.enter(0.02, 1, print, ("second",)); s.enter(0.01, 1, print, ("first",)); s.enter(0.02, 0, print, ("prio",)); s.run(); print(s.empty())
atexit.register(print, "at exit", 1); atexit.register(lambda: print("lifo"))
@atexit.register
def bye(): print("bye")
warnings.warn("careful"); warnings.warn("old", DeprecationWarning); warnings.simplefilter("error")
try: warnings.warn("now error", UserWarning)
except UserWarning as e: print("caught", e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("rec", RuntimeWarning); print(len(w), w[0].category.__name__, w[0].message)
pprint.pprint({"name": "x" * 30, "list": list(range(30)), "nested": {"a": [1, 2, {"b": (1, 2)}]}, "s": {3, 1, 2}}, width=60); pprint.pprint([1, 2]); print(pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
def handler(n, f): print("signal", n)
signal.signal(signal.SIGINT, handler); signal.raise_signal(signal.SIGINT); print(signal.Signals(2).name, signal.SIGTERM)
print(os.getpid() > 0, os.cpu_count() > 0, os.environ.get("NOPE"), os.path.basename("/a/b.txt"), os.path.splitext("x.tar.gz"), os.linesep == "\n", os.name, os.path.join("/a", "..", "b"), os.path.normpath("/a/../b//c"), os.path.exists("/nonexistent"))
f = io.StringIO("l1\nl2\nl3"); print(f.readline(), f.read(), f.tell(), f.seek(0), list(f)); f2 = io.BytesIO(b"abc"); print(f2.read(2), f2.getvalue(), f2.seek(0), f2.readlines())
with contextlib.redirect_stderr(io.StringIO()) as e: print("hidden", file=sys.stderr)
print(repr(e.getvalue()))
def sig(a, b: int = 1, *args, c, d: str = "x", **kw) -> bool: """Doc string."""
print(inspect.signature(sig), list(inspect.signature(sig).parameters), inspect.getdoc(sig), inspect.isfunction(sig), inspect.isclass(int), inspect.signature(sig).bind(1, c=2).arguments, inspect.getmembers(types.SimpleNamespace(a=1), lambda v: v == 1), inspect.isgeneratorfunction(sig), inspect.currentframe().f_lineno, inspect.stack()[0].function)
import threading, logging
logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%Y", level=logging.INFO); logging.getLogger("x").info("hi %s", "you")
logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s")); logging.error("bad %d%%", 5); logging.getLogger("a.b.c").warning("w"); logging.debug("no")
class H(logging.Handler):
    def emit(self, r): print("H", r.levelname, r.getMessage(), r.threadName, r.funcName, r.lineno)
lg = logging.getLogger("custom"); lg.addHandler(H()); lg.propagate = False; lg.setLevel(logging.DEBUG); lg.debug("d"); lg.critical("c", exc_info=False)
def fn(): lg.info("from fn")
fn(); t = threading.Thread(target=fn, name="T9"); t.start(); t.join()
from collections import namedtuple, Counter; from itertools import count
from string import Template, Formatter; print(Template("$who likes ${what}").substitute(who="tim", what="kung pao"), Formatter().format("{0} {x}", 1, x=2))
import gc; print(gc.collect() >= 0, gc.isenabled()); import platform; print(platform.python_version()[:4], platform.system(), platform.python_implementation()); import sys; print(sys.getsizeof([]) > 0, sys.getrecursionlimit(), sys.maxsize, sys.float_info.max, sys.int_info.bits_per_digit, sys.getswitchinterval(), sys.intern("a"), sys.implementation.name, sys.flags.optimize, sys.hexversion > 0, sys.exc_info())
import base64, hashlib, binascii, zlib if False else base64

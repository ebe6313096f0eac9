# lockstep: mask 0x[0-9a-f]+
import traceback, sys, threading, queue, concurrent.futures as cf, time
def f(): raise ValueError("bad", 1)
try: f()
except ValueError as e:
    print(traceback.format_exc(), e, e.args, repr(e)); traceback.print_exc(file=sys.stdout); print(traceback.format_exception_only(type(e), e), traceback.extract_tb(e.__traceback__)[0].name, "".join(traceback.format_exception(e))[:40])
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise RuntimeError("outer") from e
except RuntimeError as e: print(repr(e.__cause__), e.__suppress_context__, traceback.format_exc())
try:
    try: {}["k"]
    except KeyError: int("x")
except ValueError as e: print(repr(e.__context__)); traceback.print_exc(file=sys.stdout)
class E1(Exception):
    def __init__(self, code, msg="m"): super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
try: raise E1(5)
except E1 as e: print(e, repr(e), e.args, e.code); e.add_note("note 1"); traceback.print_exc(file=sys.stdout)
def g():
    try: return "try"
    finally: print("finally")
print(g())
def h():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print(i)
        except Exception: pass
        else: print("else", i)
        finally: print("fin", i)
    return i
print(h())
try: raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
except* ValueError as eg: print("V", eg.exceptions)
except* (TypeError, KeyError) as eg: print("T", eg.exceptions, eg)
try:
    try: raise ExceptionGroup("a", [OSError(2, "no"), ValueError("v")])
    except* OSError as e: print(e.exceptions[0].errno, type(e.exceptions[0]))
except ExceptionGroup as e: print("rest", e.exceptions, e.message); traceback.print_exc(file=sys.stdout)
for expr in ["1/0", "[][0]", "{}['a']", "int('12a')", "'a'+1", "1+'a'", "None.x", "undefined", "len(5)", "(1).foo", "[1].push(2)", "f(1)", "'abc'.index('z')", "float('x')", "[1,2].remove(3)", "next(iter([]))", "max([])", "sum(['a'])", "'%d' % 'a'", "'{} {}'.format(1)", "int([])", "range(1.5)", "'a' < 1", "sorted([1,'a'])", "{[]: 1}", "hash([])", "(1,2)[5]", "'abc'[10]", "'a' * 'b'", "[1] + (2,)", "abs('a')", "round('a')", "chr(-1)", "ord('ab')", "bytes([300])", "iter(5)", "5()", "5[0]", "a.b.c", "dict([1])", "dict([(1,2,3)])", "list(5)", "tuple(5)", "set(5)", "int('9'*5000)", "'x'.encode('ascii').decode('nope')", "b'\\xff'.decode()", "'é'.encode('ascii')", "open('/nonexistent/file')", "__import__('nope')", "object().x", "print(foo=1)", "isinstance(1, 1)", "issubclass(1, int)", "super().x", "type('X', (int, str), {})", "type(1, 2)", "[].sort(1)", "lambda: (yield)", "exec('x=')", "eval('1+')", "compile('a b','f','exec')", "int('0x1f', 16)", "int('z', 36)", "int('1', 1)", "math.sqrt(-1)", "10**-400", "2.0**10000", "1e308*10", "1 << -1", "1 % 0", "1.0 // 0", "divmod(1, 0)", "pow(0, -1)", "pow(2, -1, 4)", "zip([1],[1,2],strict=True).__next__() and list(zip([1],[1,2],strict=True))", "map()", "getattr(1,'x')", "setattr(1,'x',1)", "delattr(1,'x')", "vars(1)", "globals(1)", "str(b'a', 'x', 'y', 'z')", "'a'.join([1])", "'abc'.split('')", "'a'.ljust()", "bool(1,2)", "complex('a')", "float([])", "slice()", "frozenset(1)", "reversed({1})", "reversed(5)", "all(1)", "input(1,2)", "format(1, 'zz')", "f'{1:zz}'", "'{:d}'.format('a')", "'{0.x}'.format(1)", "'{a}'.format()", "'{'.format()", "'}'.format()", "'%z' % 1", "'%s %s' % 1", "'%s' % (1,2)", "'%(a)s' % {}", "'%*d' % ('a', 1)", "time.sleep(-1)", "time.sleep('a')", "threading.Thread(target=1).join()", "threading.Lock().release()", "threading.Semaphore(-1)", "queue.Queue().get_nowait()", "queue.Queue().task_done()", "queue.Queue(1).put(1, timeout=-1)", "threading.Condition().wait()", "threading.Condition().notify()", "threading.RLock().release()", "threading.Barrier(0)", "threading.BoundedSemaphore(1).release()", "threading.Thread(5)", "threading.Thread(foo=1)", "cf.ThreadPoolExecutor(0)", "cf.ThreadPoolExecutor(-1)", "threading.Lock().acquire(False, 1)", "threading.Lock().acquire(timeout=-5)", "threading.Timer()", "cf.Future().result(timeout=0)", "cf.Future().set_result()", "threading.local().x", "threading.current_thread().start()", "threading.current_thread().join()"]:
    try: r = eval(expr); print(expr, "->", r if not callable(r) else "fn")
    except BaseException as e: print(expr, "!!", type(e).__name__, e)

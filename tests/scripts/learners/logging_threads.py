import logging, threading, sys, io
s = io.StringIO()
h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("[%(threadName)-6s] %(name)s %(levelname)-8s %(funcName)s: %(message)s"))
log = logging.getLogger("app.core"); log.setLevel(logging.DEBUG); log.addHandler(h); log.propagate = False
def worker(n):
    log.debug("start %d", n)
    try: 1 / (n - 1)
    except ZeroDivisionError: log.exception("failed")
    else: log.info("ok %s", {"n": n})
for i in range(3):
    t = threading.Thread(target=worker, args=(i,), name=f"w{i}"); t.start(); t.join()
print(s.getvalue())
logging.warning("to stderr %s", 5)
logging.getLogger("x").error("hm")
print(log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLevelName(30), log)

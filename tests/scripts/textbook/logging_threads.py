import logging
import logging.handlers
import io
import sys
import threading
import queue

stream = io.StringIO()
logger = logging.getLogger("app")
logger.setLevel(logging.DEBUG)
logger.propagate = False
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("{levelname:<7} {threadName} {name}:{funcName}:{lineno} {message}", style="{"))
logger.addHandler(handler)


class ThreadFilter(logging.Filter):
    def filter(self, record):
        record.user = threading.current_thread().name.upper()
        return not record.getMessage().startswith("secret")


handler.addFilter(ThreadFilter())


def work(n):
    child = logger.getChild(f"w{n}")
    child.debug("start %s", n)
    child.info("secret %d", n)
    try:
        1 / n
    except ZeroDivisionError:
        child.exception("failed with %r", n)
    child.warning("end", extra={"n": n})


for n in (0, 1):
    t = threading.Thread(target=work, args=(n,), name=f"worker-{n}")
    t.start()
    t.join()
print(stream.getvalue().replace(__file__, "FILE"))
print(logger, logger.handlers, logger.getEffectiveLevel(), logger.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(35))
logging.addLevelName(25, "NOTICE")
logger.log(25, "noticed")
print(stream.getvalue().splitlines()[-1])
q = queue.Queue()
ql = logging.getLogger("queued")
ql.addHandler(logging.handlers.QueueHandler(q))
ql.propagate = False
ql.error("a %s", "b")
record = q.get_nowait()
print(record.getMessage(), record.levelname, record.name, record.msg, record.args)


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


lh = ListHandler()
lh.setFormatter(logging.Formatter("%(asctime)s|%(levelno)d|%(message)s|%(threadName)s|%(module)s", datefmt="X"))
root = logging.getLogger()
root.addHandler(lh)
logging.info("not shown")
logging.warning("shown %s %s", 1, 2)
logging.critical({"a": 1})
logging.getLogger("deep.er.est").error("%(x)s and %(y)d", {"x": "X", "y": 3})
print(lh.records, root, lh)
adapter = logging.LoggerAdapter(logging.getLogger("ad"), {"ip": "1.2.3.4"})
adapter.warning("adapted")
print(lh.records[-1], logging.root is root, logging.getLogger("a.b").parent)
logger.disabled = True
logger.error("no")
logging.disable(logging.CRITICAL)
logging.critical("nor this")
logging.disable(logging.NOTSET)
log2 = logging.getLogger("nohandlers.x")
log2.propagate = False
log2.warning("last resort")
print(len(lh.records), logging.Formatter().format(logging.LogRecord("n", 20, "p.py", 3, "m %s", ("a",), None)))
try:
    logging.getLogger("x").setLevel("LOUD")
except ValueError as e:
    print(e)

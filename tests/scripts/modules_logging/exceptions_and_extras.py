import io
import logging

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(user)s %(message)s"))
log = logging.getLogger("app")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False
log.info("signed in", extra={"user": "ada"})


class AddUser(logging.Filter):
    def filter(self, record):
        if not hasattr(record, "user"):
            record.user = "nobody"
        return "secret" not in record.getMessage()


handler.addFilter(AddUser())
log.warning("watch %s", "out")
log.warning("a secret")
child = logging.getLogger("app.part")
child.debug("from the child")
log.setLevel(logging.ERROR)
log.warning("too low")
child.error("still heard %d%%", 50)
print(out.getvalue(), end="")


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.WARNING)
        self.seen = []

    def emit(self, record):
        self.seen.append((record.levelname, record.getMessage(), record.args))


collect = Collect()
root = logging.getLogger()
root.addHandler(collect)
root.setLevel(logging.DEBUG)
logging.info("below the handler's level")
logging.error("%s and %s", 1, 2)
logging.getLogger("other").critical("up the tree")
print(collect.seen)
try:
    int("q")
except ValueError:
    logging.exception("could not read %r", "q")
print(
    collect.seen[-1][:2], log.hasHandlers(), logging.getLogger("app") is log, log.level,
    child.level,
)
logging.disable(logging.CRITICAL)
logging.critical("silenced")
logging.disable(logging.NOTSET)
print(len(collect.seen), logging.getLevelName("ERROR"), logging.getLevelName(15))
logging.addLevelName(15, "TRACE")
logging.log(15, "own level")
print(
    logging.getLevelName(15),
    logging._nameToLevel["TRACE"] if hasattr(logging, "_nameToLevel") else 15,
)

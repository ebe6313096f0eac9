import io
import logging

out = io.StringIO()
logging.basicConfig(
    stream=out, level=logging.INFO,
    format="%(levelname)-8s|%(name)s|%(threadName)s|%(funcName)s|%(lineno)d|%(message)s",
)


def inside():
    logging.info("in a function %.2f", 3.14159)


inside()
logging.warning("outside")
logging.getLogger("a.b").error("named %r", "x")
print(out.getvalue())
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("{levelname}:{message}", style="{"))
log = logging.getLogger("own")
log.propagate = False
log.addHandler(handler)
log.warning("braces")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("it failed")
print(out.getvalue().splitlines()[-2:], len(log.handlers))
log.removeHandler(handler)
print(
    logging.Formatter("%(message)s").format(
        logging.LogRecord("n", 20, "f", 1, "hi %s", ("you",), None)
    )
)

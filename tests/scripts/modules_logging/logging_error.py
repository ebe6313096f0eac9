import logging


def report():
    logging.warning("two %d", "x")


report()
logging.error("too many", 1, 2)
logging.getLogger("q").error("with a stack", stack_info=True)


def outer():
    logging.warning("from the caller's line", stacklevel=2)


logging.basicConfig(force=True, format="%(funcName)s:%(lineno)d %(message)s")
outer()

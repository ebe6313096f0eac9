import logging
import sys

logging.basicConfig(stream=sys.stdout, level="INFO", format="{levelname:>8} {message}", style="{")
logging.info("braces")
logging.debug("hidden")
logging.basicConfig(
    force=True, stream=sys.stdout, format="%(levelno)d:%(message)s:%(module)s", level=0,
)
logging.debug("forced")
logging.getLogger("named").info("named")
for bad in (
    dict(nope=1), dict(level="LOUD", force=True), dict(stream=sys.stdout, handlers=[], force=True),
):
    try:
        logging.basicConfig(**bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
logging.basicConfig(
    force=True, stream=sys.stdout, format="%(asctime)s|%(message)s", datefmt="day", level=10,
)
logging.info("with a date format")
print(logging.getLogger().handlers[0].__class__.__name__, logging.root.level)

import logging

logging.basicConfig(format="%(levelname)s: %(message)s")


def read(text):
    return int(text)


try:
    read("nine")
except ValueError:
    logging.exception("cannot read")
try:
    read("ten")
except ValueError as error:
    logging.error("plain: %s", error)
    logging.error("with trace", exc_info=True)
logging.warning("wrong number of arguments is reported elsewhere: %s", "fine")
print("done")

# lockstep: seed 3
import logging
import threading

logging.basicConfig(level=logging.DEBUG, format="(%(threadName)-10s) [%(levelname)s] %(message)s")


def work():
    logging.debug("hidden details")
    logging.info("plain news")
    logging.warning("a warning")
    logging.error("an error %s", {"code": 5})


for name in ("alpha", None, "a-very-long-name"):
    t = threading.Thread(target=work, name=name)
    t.start()
    t.join()
logging.critical("from main")

# lockstep: unordered
# lockstep: seed 7
# lockstep: mask \d\d:\d\d:\d\d
import logging
import threading
import time


class Store:
    def __init__(self):
        self.stock = 0
        self._guard = threading.Lock()

    def add(self, who):
        logging.info("Clerk %s: begins", who)
        logging.debug("Clerk %s wants the key", who)
        with self._guard:
            logging.debug("Clerk %s has the key", who)
            seen = self.stock
            seen += 1
            time.sleep(0.02)
            self.stock = seen
            logging.debug("Clerk %s gives the key back", who)
        logging.info("Clerk %s: ends", who)


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s: %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
    logging.getLogger().setLevel(logging.DEBUG)
    store = Store()
    logging.info("Stock at first: %d.", store.stock)
    clerks = []
    for who in range(3):
        clerk = threading.Thread(target=store.add, args=(who,))
        clerks.append(clerk)
        clerk.start()
    for clerk in clerks:
        clerk.join()
    logging.info("Stock at last: %d.", store.stock)

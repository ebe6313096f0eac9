# lockstep: unordered
# lockstep: mask \d\d:\d\d:\d\d
import logging
import threading
import time


class Store:
    def __init__(self):
        self.stock = 0

    def add(self, who):
        logging.info("Clerk %s: begins", who)
        seen = self.stock
        seen += 1
        time.sleep(0.2)
        self.stock = seen
        logging.info("Clerk %s: ends", who)


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s: %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
    store = Store()
    logging.info("Stock at first: %d.", store.stock)
    clerks = [threading.Thread(target=store.add, args=(who,)) for who in range(3)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    logging.info("Stock at last: %d.", store.stock)

# lockstep: unordered
# lockstep: mask \d\d:\d\d:\d\d
import concurrent.futures
import logging
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
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
        for who in range(2):
            executor.submit(store.add, who)
    logging.info("Stock at last: %d.", store.stock)

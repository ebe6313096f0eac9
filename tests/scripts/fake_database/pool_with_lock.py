# lockstep: unordered
# lockstep: seed 7
import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Store:
    def __init__(self):
        self.stock = 0
        self._guard = threading.Lock()

    def add(self, who):
        logging.info("Clerk %s: begins", who)
        with self._guard:
            seen = self.stock
            seen += 1
            time.sleep(0.01)
            self.stock = seen
        logging.info("Clerk %s: ends", who)
        return who * 10


logging.basicConfig(format="%(levelname)s %(message)s", level=logging.INFO)
store = Store()
with ThreadPoolExecutor(max_workers=3) as executor:
    futures = [executor.submit(store.add, who) for who in range(5)]
logging.info("Stock at last: %d.", store.stock)
print([future.result() for future in futures], [future.done() for future in futures])

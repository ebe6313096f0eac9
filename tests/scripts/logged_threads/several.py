# lockstep: unordered
# lockstep: seed 7
# lockstep: mask \d\d:\d\d:\d\d
import logging
import threading
import time


def work(index):
    logging.info("Worker %d: begins", index)
    time.sleep(0.02)
    logging.info("Worker %d: ends", index)


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s: %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
    threads = list()
    for index in range(4):
        logging.info("Main   : make and start %d.", index)
        thread = threading.Thread(target=work, args=(index,))
        threads.append(thread)
        thread.start()
    for index, thread in enumerate(threads):
        logging.info("Main   : about to join %d.", index)
        thread.join()
        logging.info("Main   : %d has ended", index)

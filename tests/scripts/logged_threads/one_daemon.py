# lockstep: unordered
# lockstep: mask \d\d:\d\d:\d\d
import logging
import threading
import time


def work(label, begun):
    logging.info("Worker %s: begins", label)
    begun.release()
    time.sleep(30)
    logging.info("Worker %s: ends", label)


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s: %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
    begun = threading.Lock()
    begun.acquire()
    thread = threading.Thread(target=work, args=("d", begun), daemon=True)
    thread.start()
    begun.acquire()
    logging.info("Main   : finished")

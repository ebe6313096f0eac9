# lockstep: unordered
# lockstep: seed 7
# lockstep: mask \d\d:\d\d:\d\d
import logging
import threading
import time


def work(label):
    logging.info("Worker %s: begins", label)
    time.sleep(0.03)
    logging.info("Worker %s: ends", label)


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s: %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
    logging.info("Main   : about to make a thread")
    thread = threading.Thread(target=work, args=(1,))
    logging.info("Main   : about to start it")
    thread.start()
    logging.info("Main   : not waiting")
    logging.info("Main   : finished")

# lockstep: seed 7
# lockstep: mask \d\d:\d\d:\d\d
import logging
import threading
import time


def work(label):
    time.sleep(0.01)
    logging.info("Worker %s: begins", label)
    time.sleep(0.01)
    logging.info("Worker %s: ends", label)


logging.basicConfig(format="%(asctime)s: %(message)s", level=logging.INFO, datefmt="%H:%M:%S")
thread = threading.Thread(target=work, args=("one",))
thread.start()
thread.join()
logging.info("Main   : the worker has ended")
logging.info("Main   : alive %s", thread.is_alive())

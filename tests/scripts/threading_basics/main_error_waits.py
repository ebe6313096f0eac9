import threading
import time


def finish():
    time.sleep(0.05)
    print("thread finishes after the error")


threading.Thread(target=finish).start()
raise RuntimeError("main fails first")

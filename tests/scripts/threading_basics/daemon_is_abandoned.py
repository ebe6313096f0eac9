# lockstep: seed 5
import threading
import time

started = threading.Lock()
started.acquire()


def background():
    print("background: begins")
    started.release()
    time.sleep(30)
    print("background: never said")


threading.Thread(target=background, daemon=True).start()
started.acquire()
print("main: leaves")

# lockstep: seed 1
import threading

door = threading.Lock()
door.acquire()
threading.Thread(target=door.acquire, daemon=True).start()
print("a daemon that waits for ever keeps nobody")

import threading
import time

t = threading.Thread(target=time.sleep, args=(0.05,))
t.start()
print(t.join(0.001), t.is_alive())
print(t.join(timeout=0), t.is_alive())
print(t.join(), t.is_alive())
print(t.join(-1), t.join(5), t.is_alive())

import threading

seen = []


def parent():
    child = threading.Thread(target=lambda: seen.append(threading.current_thread().daemon))
    seen.append(child.daemon)
    child.start()
    child.join()
    child = threading.Thread(target=print, daemon=False)
    seen.append(child.daemon)


for daemon in (True, False):
    t = threading.Thread(target=parent, daemon=daemon)
    t.start()
    t.join()
print(seen)

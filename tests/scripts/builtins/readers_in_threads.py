# Several threads read: each line goes to one of them, and all come to the end.
import threading

lines = []
ends = []
lock = threading.Lock()


def read():
    while True:
        try:
            line = input()
        except EOFError as error:
            with lock:
                ends.append(str(error))
            return
        with lock:
            lines.append(line)


threads = [threading.Thread(target=read) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(lines), ends)

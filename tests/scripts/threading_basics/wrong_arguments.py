# lockstep: last-line
# lockstep: seed 4
import threading


def divide(a, b):
    return a / b


t = threading.Thread(target=divide, args=(1,), name="caller")
t.start()
t.join()
print("main goes on")

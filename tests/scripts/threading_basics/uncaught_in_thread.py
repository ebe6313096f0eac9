# lockstep: seed 4
import threading


def divide(a, b):
    return a / b


t = threading.Thread(target=divide, args=(1, 0))
t.start()
t.join()
print("main goes on")
t = threading.Thread(target=divide, args=(1, "x"), name="caller")
t.start()
t.join()
print("end")

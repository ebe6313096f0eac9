# lockstep: seed 7
import threading


def greet(name, punctuation="!"):
    print("hello", name + punctuation)


t = threading.Thread(target=greet, args=("Ada",))
print(t.is_alive(), t.daemon, t.ident, t.name)
t.start()
t.join()
print(t.is_alive(), t.ident is not None)
t = threading.Thread(
    target=greet, args=["Bo"], kwargs={"punctuation": "?"}, name="greeter", daemon=True,
)
print(t.name, t.daemon)
t.start()
t.join()
t = threading.Thread(target=greet, kwargs={"name": "Cy"})
t.start()
t.join()
t.join()
nothing = threading.Thread()
nothing.start()
nothing.join()
print(
    "done", threading.active_count(), threading.current_thread().name, threading.main_thread().name,
)

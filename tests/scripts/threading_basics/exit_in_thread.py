import sys
import threading


def leave():
    print("thread leaves")
    sys.exit(7)


t = threading.Thread(target=leave)
t.start()
t.join()
print("only the thread ended")
t = threading.Thread(target=lambda: (_ for _ in ()).throw(SystemExit("quiet")))
t.start()
t.join()
print("end")

import threading, sys
def boom(x):
    data = {"a": 1}
    return data[x]
t = threading.Thread(target=boom, args=("missing",), name="Bad")
t.start(); t.join()
print("alive", t.is_alive())
def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
threading.excepthook = hook
t = threading.Thread(target=boom, args=("again",), name="Bad2")
t.start(); t.join()
threading.excepthook = threading.__excepthook__
class T(threading.Thread):
    def run(self):
        raise SystemExit(3)
T().start()
def nested():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("wrapped") from e
t = threading.Thread(target=nested); t.start(); t.join()
t = threading.Thread(target=boom); t.start(); t.join()
sys.exit("done badly")

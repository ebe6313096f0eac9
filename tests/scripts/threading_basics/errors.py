import threading
import time


def attempt(title, action):
    try:
        print(title, action())
    except Exception as error:
        print(f"{title}: {type(error).__name__}: {error}")


t = threading.Thread(target=time.sleep, args=(0.01,))
attempt("join before start", t.join)
t.start()
attempt("start twice", t.start)
attempt("daemon while running", lambda: setattr(t, "daemon", True))
t.join()
attempt("start after end", t.start)
attempt("join yourself", threading.current_thread().join)
attempt("group", lambda: threading.Thread(group=1))
attempt("unknown argument", lambda: threading.Thread(nope=1))
attempt("lock not held", lambda: threading.Lock().release())
attempt("join timeout text", lambda: t.join("x"))


class NoInit(threading.Thread):
    def __init__(self):
        pass


attempt("no init", lambda: NoInit().start())
attempt("no init name", lambda: NoInit().name)

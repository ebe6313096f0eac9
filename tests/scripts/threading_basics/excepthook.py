import threading


def hook(args):
    print(
        "hook:", args.exc_type.__name__, args.exc_value, args.thread.name,
        args.exc_traceback is not None,
    )


threading.excepthook = hook
t = threading.Thread(target=lambda: {}["k"], name="bad")
t.start()
t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=lambda: int("q"), name="worse")
t.start()
t.join()
print("end")

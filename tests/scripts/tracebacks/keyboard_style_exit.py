def stop():
    raise KeyboardInterrupt("asked to stop")


try:
    stop()
except Exception:
    print("never")
except BaseException as error:
    print(type(error).__name__, error)
raise SystemExit("left with a message")

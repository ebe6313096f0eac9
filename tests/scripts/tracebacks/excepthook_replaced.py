import sys


def hook(kind, value, trace):
    print("hook:", kind.__name__, value, trace.tb_lineno, trace.tb_next is None)


sys.excepthook = hook
print("before")
1 / 0

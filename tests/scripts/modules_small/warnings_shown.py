import sys
import threading
import warnings


def old(x):
    warnings.warn("old() is old", DeprecationWarning, stacklevel=2)
    return x


def careless():
    warnings.warn("take care")


for _ in range(3):
    careless()
old(1)
for _ in range(2):
    old(2)
warnings.warn("later", PendingDeprecationWarning)
warnings.warn("a file was left open", ResourceWarning)
warnings.warn(RuntimeWarning("an object"))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    careless()
    careless()
    old(3)
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        careless()
    except UserWarning as error:
        print("raised", repr(error))
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="take")
    careless()
    warnings.warn("not that one")


class OwnWarning(UserWarning):
    pass


warnings.warn("mine", OwnWarning)
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "line"), end="")


def show(message, category, filename, lineno, file=None, line=None):
    print("shown", category.__name__, message)


warnings.showwarning = show
careless()
warnings.warn("through a function of ours")
event = threading.Event()
print(event.isSet(), threading.currentThread().getName(), threading.activeCount())
worker = threading.Thread(target=print)
worker.setDaemon(True)
worker.setName("w")
print(worker.isDaemon(), worker.name)
condition = threading.Condition()
with condition:
    condition.notifyAll()

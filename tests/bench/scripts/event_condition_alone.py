"""Event and Condition without anybody to wait for."""

import threading

event = threading.Event()
condition = threading.Condition()


def events(times):
    total = 0
    for _ in range(times):
        event.set()
        total += event.is_set() + event.wait()
        event.clear()
    return total


def conditions(times):
    total = 0
    for _ in range(times):
        with condition:
            total += 1
            condition.notify()
    return total


print(events(250000), conditions(350000))

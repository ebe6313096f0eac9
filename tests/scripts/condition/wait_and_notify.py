# lockstep: seed 5
import threading

condition = threading.Condition()
items = []
log = []


def consumer():
    for _ in range(5):
        with condition:
            while not items:
                condition.wait()
            log.append(items.pop(0))


def producer():
    for i in range(5):
        with condition:
            items.append(i)
            condition.notify()


threads = [threading.Thread(target=consumer), threading.Thread(target=producer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
with condition:
    print(
        condition.wait(timeout=0.01), condition.wait_for(lambda: False, timeout=0.01),
        condition.wait_for(lambda: "ready"),
    )
for text, attempt in (
    ("wait", condition.wait), ("notify", condition.notify), ("notify_all", condition.notify_all),
    ("release", condition.release),
):
    try:
        attempt()
    except RuntimeError as error:
        print(text, error)
print(condition.acquire(), condition.acquire(blocking=False))
condition.release()
condition.release()
shared = threading.Lock()
a, b = threading.Condition(shared), threading.Condition(shared)
with a:
    print(shared.locked(), a.notify(), a.notify(3))
    try:
        with_other = b.acquire(False)
        print(with_other)
    finally:
        pass
print(shared.locked())

import threading
import time

seats = 1
sold = []


def sell(name):
    global seats
    if seats > 0:
        time.sleep(0.2)
        seats -= 1
        sold.append(name)


def sell_safely(name, lock):
    global seats
    with lock:
        if seats > 0:
            time.sleep(0.01)
            seats -= 1
            sold.append(name)


for target, extra in ((sell, ()), (sell_safely, (threading.Lock(),))):
    seats = 1
    sold.clear()
    threads = [threading.Thread(target=target, args=(n, *extra)) for n in "abc"]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(target.__name__, seats, len(sold))

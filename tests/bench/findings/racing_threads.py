import threading


class Account:
    pass


counter = 0
account = Account()
account.balance = 0


def work():
    global counter
    for _ in range(40000):
        counter += 1
        account.balance += 1


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

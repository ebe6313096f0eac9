import threading
balance = 100
def withdraw(amount):
    global balence
    if balance >= amount:
        balance -= amount
t = threading.Thread(target=withdraw, args=(50,))
t.start(); t.join()
print(blance)

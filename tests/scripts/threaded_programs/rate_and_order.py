# lockstep: seed 35
import threading


class Turnstile:
    "Lets threads pass in the order of their numbers."

    def __init__(self):
        self.next, self.condition = 0, threading.Condition()

    def pass_as(self, number):
        with self.condition:
            while self.next != number:
                self.condition.wait()
            self.next += 1
            self.condition.notify_all()


turnstile, passed = Turnstile(), []


def walk(number):
    turnstile.pass_as(number)


threads = [threading.Thread(target=walk, args=(n,)) for n in (3, 1, 4, 0, 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(turnstile.next)
locks = [threading.Lock() for _ in range(3)]
for lock in locks[1:]:
    lock.acquire()
word = []


def letter(i, text):
    for c in text:
        with_turn = locks[i]
        with_turn.acquire()
        word.append(c)
        locks[(i + 1) % 3].release()


words = enumerate(("adg", "beh", "cfi"))
threads = [threading.Thread(target=letter, args=(i, text)) for i, text in words]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("".join(word))

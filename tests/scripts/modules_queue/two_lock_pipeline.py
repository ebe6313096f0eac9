# lockstep: seed 16
import random
import threading
from concurrent.futures import ThreadPoolExecutor

END = object()


class Pipe:
    "Holds one message between one giver and one taker."

    def __init__(self):
        self.message = 0
        self.may_give = threading.Lock()
        self.may_take = threading.Lock()
        self.may_take.acquire()

    def take(self):
        self.may_take.acquire()
        message = self.message
        self.may_give.release()
        return message

    def give(self, message):
        self.may_give.acquire()
        self.message = message
        self.may_take.release()


given, taken = [], []


def giver(pipe):
    for _ in range(10):
        message = random.randint(1, 101)
        given.append(message)
        pipe.give(message)
    pipe.give(END)


def taker(pipe):
    message = 0
    while message is not END:
        message = pipe.take()
        if message is not END:
            taken.append(message)


pipe = Pipe()
with ThreadPoolExecutor(max_workers=2) as executor:
    executor.submit(giver, pipe)
    executor.submit(taker, pipe)
print(len(given), given == taken)

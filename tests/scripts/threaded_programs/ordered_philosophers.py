# lockstep: seed 21
import threading
import time

SEATS, ROUNDS = 5, 4
forks = [threading.Lock() for _ in range(SEATS)]
meals = [0] * SEATS


def dine(seat):
    low, high = sorted((seat, (seat + 1) % SEATS))
    for _ in range(ROUNDS):
        with forks[low], forks[high]:
            meals[seat] += 1
            time.sleep(0.001)


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(SEATS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals, any(f.locked() for f in forks))

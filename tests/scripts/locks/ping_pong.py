# lockstep: seed 19
import threading

ping, pong = threading.Lock(), threading.Lock()
pong.acquire()


def say(word, mine, other):
    for i in range(5):
        mine.acquire()
        print(word, i)
        other.release()


threads = [
    threading.Thread(target=say, args=("ping", ping, pong)),
    threading.Thread(target=say, args=("pong", pong, ping)),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("over", ping.locked(), pong.locked())

# lockstep: seed 6
import threading

done = []
threads = [threading.Thread(target=done.append, args=(i,)) for i in range(200)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(done), sorted(done) == list(range(200)))


def spawn(depth):
    if depth:
        children = [threading.Thread(target=spawn, args=(depth - 1,)) for _ in range(2)]
        for child in children:
            child.start()
        for child in children:
            child.join()
    done.append(depth)


done.clear()
spawn(5)
print(len(done), done[-1], done.count(0))

# lockstep: seed 25
import queue
import threading
from collections import Counter

TEXT = """the thread that reads and the thread that writes
share the page and the page is shared
whoever reads the page may read what the other writes""".splitlines()

lines, counts = queue.Queue(), queue.Queue()


def mapper():
    while (line := lines.get()) is not None:
        counts.put(Counter(line.split()))
    counts.put(None)


def reducer(mappers, total):
    while mappers:
        part = counts.get()
        if part is None:
            mappers -= 1
        else:
            total.update(part)


total = Counter()
threads = [threading.Thread(target=mapper) for _ in range(2)]
threads.append(threading.Thread(target=reducer, args=(2, total)))
for t in threads:
    t.start()
for line in TEXT:
    lines.put(line)
for _ in range(2):
    lines.put(None)
for t in threads:
    t.join()
for word, n in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{word:>7} {n}")

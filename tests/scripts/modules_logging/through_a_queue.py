# lockstep: seed 21
import io
import logging
import logging.handlers
import queue
import threading

out = io.StringIO()
writer = logging.StreamHandler(out)
writer.setFormatter(logging.Formatter("%(threadName)s %(levelname)s %(message)s"))
records = queue.Queue()
listener = logging.handlers.QueueListener(records, writer)
log = logging.getLogger("queued")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(logging.handlers.QueueHandler(records))
listener.start()


def work(n):
    log.info("item %d", n)


threads = [threading.Thread(target=work, args=(n,), name=f"w{n}") for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
listener.stop()
print(*sorted(out.getvalue().splitlines()), sep="\n")

memory = logging.handlers.MemoryHandler(3, target=writer)
kept = logging.getLogger("kept")
kept.propagate = False
kept.addHandler(memory)
kept.warning("one")
kept.warning("two")
print(len(memory.buffer), out.getvalue().count("\n"))
kept.error("now")
print(len(memory.buffer), out.getvalue().splitlines()[-3:])
print(memory, logging.handlers.QueueHandler(records))

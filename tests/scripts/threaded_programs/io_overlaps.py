# lockstep: seed 31
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def download(n):
    time.sleep(0.1)
    return n


begin = time.perf_counter()
threads = [threading.Thread(target=download, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
together = time.perf_counter() - begin
begin = time.perf_counter()
with ThreadPoolExecutor(max_workers=5) as executor:
    print(list(executor.map(download, range(10))))
pooled = time.perf_counter() - begin
print(0.09 < together < 0.9, 0.19 < pooled < 1.5)

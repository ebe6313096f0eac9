"""2,000 threads started and joined one by one, and 2,000 more in groups."""

import threading

done = []


def work(number):
    done.append(number)


for i in range(2000):
    thread = threading.Thread(target=work, args=(i,))
    thread.start()
    thread.join()
for start in range(0, 2000, 50):
    threads = [threading.Thread(target=work, args=(start + i,)) for i in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(len(done), sum(done))

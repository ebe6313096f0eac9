"""A ThreadPoolExecutor with many small jobs."""

from concurrent.futures import ThreadPoolExecutor


def job(number):
    return number * number


with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(job, i) for i in range(6000)]
    total = sum(future.result() for future in futures)
    total += sum(pool.map(job, range(6000)))
print(total)

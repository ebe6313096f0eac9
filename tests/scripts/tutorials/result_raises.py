from concurrent.futures import ThreadPoolExecutor, as_completed
def job(n):
    if n % 2: raise ValueError(f"odd: {n}")
    return n
with ThreadPoolExecutor() as pool:
    futs = [pool.submit(job, i) for i in range(4)]
    for f in futs:
        print(f.result())

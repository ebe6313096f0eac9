# lockstep: seed 34
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(n):
    if n == 3:
        raise LookupError(f"page {n} is missing")
    return f"page {n}"


def handle(future):
    handled.append(future.exception() is None)


handled = []
with ThreadPoolExecutor(max_workers=3) as executor:
    futures = {executor.submit(fetch, n): n for n in range(5)}
    for future in futures:
        future.add_done_callback(handle)
    found, failed = {}, {}
    for future in as_completed(futures):
        n = futures[future]
        try:
            found[n] = future.result()
        except LookupError as error:
            failed[n] = str(error)
print(sorted(found.items()), failed, sorted(handled))
with ThreadPoolExecutor(max_workers=2) as executor:
    first = executor.submit(sum, range(10))
    second = executor.submit(lambda: first.result() * 2)
    print(second.result())
    try:
        for value in executor.map(fetch, range(5)):
            print(value)
    except LookupError as error:
        print("stopped:", error)

# lockstep: seed 26
import threading
from concurrent.futures import ThreadPoolExecutor

numbers = [(n * 7919) % 1009 for n in range(1000)]
parts = [0] * 4


def add_up(index):
    size = len(numbers) // 4
    parts[index] = sum(numbers[index * size:(index + 1) * size])


threads = [threading.Thread(target=add_up, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(parts) == sum(numbers), parts)


def merge(a, b):
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    return out + a[i:] + b[j:]


def sort(items, depth=2):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    halves = [None, None]

    def half(which, part):
        halves[which] = sort(part, depth - 1)
    if depth > 0:
        helper = threading.Thread(target=half, args=(0, items[:middle]))
        helper.start()
        half(1, items[middle:])
        helper.join()
    else:
        half(0, items[:middle])
        half(1, items[middle:])
    return merge(*halves)


print(sort(numbers) == sorted(numbers))


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


with ThreadPoolExecutor(4) as executor:
    print([n for n, prime in zip(range(60), executor.map(is_prime, range(60))) if prime])
    squares = {executor.submit(pow, n, 2): n for n in range(5)}
print(sorted((n, f.result()) for f, n in squares.items()))

import asyncio
from collections import Counter
async def count_words(line):
    await asyncio.sleep(0)
    return Counter(line.lower().split())
async def main():
    text = ["the cat and the dog", "the dog sat", "a cat sat and sat"]
    parts = await asyncio.gather(*map(count_words, text))
    total = sum(parts, Counter())
    for word, n in sorted(total.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{word:>5} {n}")
asyncio.run(main())

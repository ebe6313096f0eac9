import asyncio
async def cell(a, b, i, j):
    await asyncio.sleep(0)
    return sum(a[i][k] * b[k][j] for k in range(len(b)))
async def multiply(a, b):
    rows = [asyncio.gather(*(cell(a, b, i, j) for j in range(len(b[0])))) for i in range(len(a))]
    return await asyncio.gather(*rows)
async def main():
    a = [[1, 2], [3, 4], [5, 6]]
    b = [[7, 8, 9], [10, 11, 12]]
    for row in await multiply(a, b):
        print(row)
asyncio.run(main())

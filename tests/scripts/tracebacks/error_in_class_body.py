def helper(n):
    return [10 // k for k in range(n, -1, -1)]


class Table:
    rows = 3
    values = helper(2)


print("never")

divide = lambda a, b: a / b
table = {n: [divide(n, k) for k in range(n, -1, -1)] for n in (1,)}

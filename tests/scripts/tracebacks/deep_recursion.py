# lockstep: last-line
def down(n):
    return down(n + 1)


print("falling")
down(0)

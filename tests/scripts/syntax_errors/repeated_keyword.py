print(end="", end="")

with open("f") as 5:
    pass

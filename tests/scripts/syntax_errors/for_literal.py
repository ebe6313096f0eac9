for 5 in [1]:
    pass

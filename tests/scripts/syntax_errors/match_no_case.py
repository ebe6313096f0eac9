match 5:
    pass

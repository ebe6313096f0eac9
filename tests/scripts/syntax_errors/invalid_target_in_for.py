for i + 1 in []:
    pass

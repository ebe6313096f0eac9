try:
    [1, 2](0)
except TypeError as error:
    print(error)
try:
    "text"[1.5]
except TypeError as error:
    print(error)

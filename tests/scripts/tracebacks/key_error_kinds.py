prices = {"pen": 1, ("a", 1): 2}
for key in ("pen", ("a", 1), "it's", 5, None):
    try:
        print(prices[key])
    except KeyError as error:
        print("no", error)
prices["with \"quotes\" and\nline"]

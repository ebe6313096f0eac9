x = 5
if x is 5:
    print("five")
if x is not "text":
    print("no text")

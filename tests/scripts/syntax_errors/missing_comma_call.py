print("a" 5)

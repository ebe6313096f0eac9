print("before")
input("prompt: ")

import random

random.seed(5)
secret = random.randint(1, 20)
tries = 0
while True:
    text = input("guess: ")
    try:
        guess = int(text)
    except ValueError:
        print(f"{text!r} is no number")
        continue
    tries += 1
    if guess < secret:
        print("higher")
    elif guess > secret:
        print("lower")
    else:
        print("right after", tries)
        break
print(input())

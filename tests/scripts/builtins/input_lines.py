name = input("name? ")
age = int(input())
print(f"{name} is {age}")
lines = []
try:
    while True:
        lines.append(input("> "))
except EOFError as error:
    print()
    print(lines, error)

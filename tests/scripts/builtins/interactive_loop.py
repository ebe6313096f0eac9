"""A little command loop: what it asks goes to stdout, what it is told comes from stdin."""
import sys
import threading

numbers = []
lock = threading.Lock()


def run(command, *arguments):
    match command, arguments:
        case "add", [text]:
            with lock:
                numbers.append(float(text))
        case "remove", [text]:
            try:
                numbers.remove(float(text))
            except ValueError as error:
                print("error:", error)
        case "list", []:
            print(*numbers, sep=", ")
        case "total", []:
            worker = threading.Thread(target=lambda: print("total", sum(numbers)))
            worker.start()
            worker.join()
        case _:
            print("what?", command, arguments)


while True:
    line = input("> ").split()
    if not line:
        print("(empty)")
        continue
    if line == ["quit"]:
        break
    run(*line)
print(repr(sys.stdin.read(3)), repr(sys.stdin.readline(4)), sys.stdin.readlines(), repr(sys.stdin.read()))

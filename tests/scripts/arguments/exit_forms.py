import sys

for value in (None, 0, 3, "text", True, [1], -1):
    try:
        sys.exit(value)
    except SystemExit as stop:
        print(repr(stop), stop.code, stop.args)
try:
    exit(2)
except SystemExit as stop:
    print(stop.code)
try:
    quit()
except SystemExit as stop:
    print(stop.code)
try:
    try:
        sys.exit(1)
    except Exception:
        print("never")
    finally:
        print("finally")
except BaseException as stop:
    print(type(stop).__name__)
sys.exit(True)

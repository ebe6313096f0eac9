import sys

print("leaving")
try:
    sys.exit(3)
except SystemExit as stop:
    print("almost", stop.code)
try:
    sys.exit(5)
finally:
    print("last words")

try:
    name = input("Name? ")
except EOFError as e: print("EOF:", e)
import sys
print(sys.stdin.read() == "", sys.argv[1:], len(sys.argv))
for line in sys.stdin: print("never")
raise SystemExit

# lockstep: args --count three
import argparse
parser = argparse.ArgumentParser(prog="counter", description="Counts with threads.")
parser.add_argument("--count", type=int, default=3, help="how often")
parser.add_argument("names", nargs="*", help="whom to greet")
args = parser.parse_args()
print(args)

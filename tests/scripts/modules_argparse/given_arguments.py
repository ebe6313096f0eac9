# lockstep: args --count 2 ann bob
import argparse
parser = argparse.ArgumentParser(description="Counts with threads.")
parser.add_argument("-c", "--count", type=int, default=3, help="how often")
parser.add_argument("names", nargs="*", help="whom to greet")
args = parser.parse_args()
print(args.count, args.names)

# lockstep: args 4
import sys


def main(argv):
    if len(argv) != 2:
        print("usage: number", file=sys.stderr)
        return 2
    print("got", argv[1])
    return int(argv[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv))

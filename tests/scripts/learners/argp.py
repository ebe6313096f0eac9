import argparse, sys, os, platform, getpass, shlex
ap = argparse.ArgumentParser(prog="tool", description="Does things")
ap.add_argument("files", nargs="*", help="input"); ap.add_argument("-n", "--num", type=int, default=3, metavar="N", help="how many (default %(default)s)")
ap.add_argument("-v", "--verbose", action="count", default=0); ap.add_argument("--mode", choices=["a", "b"]); sub = None
print(ap.parse_args(["x", "y", "-n", "5", "-vv", "--mode", "b"])); ap.print_help()
for a in (["-n", "q"], ["--mode", "z"], ["--nope"]):
    try: ap.parse_args(a)
    except SystemExit as e: print("exit", e.code)
print(shlex.split("a 'b c' d"), os.path.join("a", "b"), os.environ.get("NOPE_X", "dflt"), os.getpid() > 0, os.sep, os.cpu_count() > 0)
sys.stderr.write("err line\n"); print("to err", file=sys.stderr); sys.stdout.flush()
sys.exit(7)

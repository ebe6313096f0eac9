import io, csv, json, os, tempfile, pathlib, contextlib
with tempfile.TemporaryDirectory() as d:
    p = pathlib.Path(d) / "data.txt"
    p.write_text("alpha\nbeta\ngamma\n")
    with open(p) as f:
        print(f.readline().rstrip(), [l.strip() for l in f], f.read() == "")
    with p.open("a") as f: print("delta", file=f)
    print(p.read_text().splitlines(), p.name, p.suffix, p.stem, p.exists())
    with open(p, "rb") as f: print(f.read(5), f.tell(), f.seek(0), f.readlines()[-1])
    rows = [{"n": "a", "v": 1}, {"n": "b,c", "v": 2}]
    c = pathlib.Path(d) / "x.csv"
    with open(c, "w", newline="") as f:
        w = csv.DictWriter(f, ["n", "v"]); w.writeheader(); w.writerows(rows)
    print(repr(c.read_text()), list(csv.DictReader(open(c))))
    try: open(pathlib.Path(d) / "no")
    except FileNotFoundError as e: print(e.errno, e.strerror, os.path.basename(e.filename))
    print(sorted(os.listdir(d)))
buf = io.BytesIO(b"abc"); print(buf.read(1), buf.getvalue())
out = io.StringIO()
with contextlib.redirect_stdout(out): print("hidden")
print(repr(out.getvalue()))
with contextlib.suppress(KeyError, IndexError): [][1]; print("no")
print(json.loads('{"a": [1, 2.5, "x", null, true]}'))
try: json.loads("{bad}")
except json.JSONDecodeError as e: print(e, e.lineno, e.colno, e.pos)

import csv,struct,array,io,sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
for s in ["a,b,c\n1,2,3\n",'"a ""q"" b",c\n',"a,'b,c'\n",'"multi\nline",x\ny,z\n',"","\n\na,b\n","a,b,\n",'a,"b"c,d\n'," a, b\n",'a\\,b,c\n']:
    t(lambda: list(csv.reader(io.StringIO(s,newline=""))))
    t(lambda: list(csv.reader(s.splitlines(True),delimiter=";",quotechar="'",skipinitialspace=True,escapechar="\\")))
t(lambda: list(csv.reader(["1,2.5,\"x\""],quoting=csv.QUOTE_NONNUMERIC)))
def w(rows,**k):
    o=io.StringIO(); x=csv.writer(o,**k); x.writerows(rows); return o.getvalue()
rows=[["a",1,2.5,None,True],["q\"uote","co,mma","new\nline"," sp "],[""],[],["é","'"]]
for k in [{},{"quoting":csv.QUOTE_ALL},{"quoting":csv.QUOTE_NONNUMERIC},{"delimiter":"\t","lineterminator":"\n"},{"quoting":csv.QUOTE_NONE},{"quoting":csv.QUOTE_NONE,"escapechar":"\\","lineterminator":"\n"},{"quotechar":"'","doublequote":False,"escapechar":"\\"},{"dialect":"unix"},{"dialect":"zzz"},{"foo":1},{"delimiter":"ab"}]: t(w,rows,**k)
d=list(csv.DictReader(io.StringIO("name,age\nbob,5\nann\ncy,1,2,3\n\n"))); print(d)
o=io.StringIO(); x=csv.DictWriter(o,["a","b"]); print(x.writeheader()); x.writerow({"a":1,"b":2}); x.writerow({"a":3}); t(x.writerow,{"z":1}); print(repr(o.getvalue()))
t(lambda: csv.writer(5)); t(lambda: csv.writer(io.StringIO()).writerow(5)); print(csv.list_dialects())
for f,v in [("i",(5,)),("<hHiIqQ",(-1,2,-3,4,-5,6)),(">bB?",(1,255,True)),("4s",(b"ab",)),("3p",(b"abcd",)),("@ci",(b"a",1)),("fd",(1.5,3.14)),("<e",(0.1,)),("!d",(float("inf"),)),("2h3x",(1,2)),("b",(200,)),("B",(-1,)),("h",(70000,)),("H",(-5,)),("i",(2**40,)),("I",(-1,)),("i",("a",)),("f",("a",)),("i",()),("z",(1,)),("f",(1e40,)),("<d",(1e-310,)),("<f",(1e-40,)),("<f",(float("nan"),)),("3i",(1,2,3)),("s",("a",)),("c",(b"ab",)),("10",())]:
    def g():
        p=struct.pack(f,*v); return p,struct.unpack(f,p),struct.calcsize(f)
    t(g)
t(struct.unpack,"i",b"abc"); print(list(struct.iter_unpack("<h",b"\1\0\2\0"))); b=bytearray(8); struct.pack_into("<i",b,2,7); print(b,struct.unpack_from("<i",b,2)); t(struct.pack_into,"i",b,6,1); t(struct.unpack_from,"i",b,6)
a=array.array("i",[1,2,3]); print(a,a[1],a[1:],len(a),a.itemsize,a.typecode,a.tobytes(),a.tolist(),sum(a),2 in a,a==array.array("i",[1,2,3]),a+a,a*2,sorted(a,reverse=True))
a.append(4); a.extend([5]); a.insert(0,0); print(a.pop(),a,a.index(2),a.count(1)); a.reverse(); print(a); a.remove(2); del a[0]; a[0]=9; print(a,array.array("d"),array.array("d",[1,2.5]),array.array("f",[0.1]),array.array("u","hi"))
for f in [lambda: array.array("z"),lambda: array.array("i",["a"]),lambda: array.array("b",[200]),lambda: array.array("B",[-1]),lambda: array.array("i",[2**31]),lambda: a[10],lambda: a.remove(77),lambda: a.index(77),lambda: array.array("i").pop(),lambda: array.array("i",[1.5]),lambda: a.append("x"),lambda: a+[1],lambda: array.array("i","abc"),lambda: array.array("d",["a"])]: t(f)
a.byteswap(); print(a); print(array.array("i",b"\1\0\0\0"))

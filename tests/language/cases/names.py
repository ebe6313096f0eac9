# Names beyond ASCII, and places that count bytes.
é = 1
日本語 = "日本語" + é
Привет, мир = 'привет', 'мир'
x = "é" + y
ﬁ = 𝐱 = 1
print("😀", é)
obj.é.ö(ü=1)
def größe(länge, *, breite=2): return länge
class Ünï: pass
import é as ü
f'é{é}ü{ü}'
μ = µ
_ = __ = _a1 = A_1
type = print = exec = soft = 1

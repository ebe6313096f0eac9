0, 00, 0_0, 1, 12_345, 9223372036854775807, 9223372036854775808
123456789012345678901234567890
0x0, 0xff, 0XFF_ff, 0xffffffffffffffffffffffff
0o17, 0O7_7, 0o7777777777777777777777777
0b101, 0B1_0, 0b1111111111111111111111111111111111111111111111111111111111111111111
1.0, 1., .5, 0.1, 1e10, 1E5, 1e-5, 1.5e+3, 1_0.0_1, 1e1_0, 00.5, 09.5, 1e400
1e15, 1e16, 123456789.125, 0.0001, 0.00001, 1e22, 5e-324, 2.5, 100.0
1j, 1J, 1.5j, .5j, 1e3j, 0j, 1_0j, 1e100j, 00j
1if a else 2
1 .real, 1.0.real, 0xfor b
''
""
'''triple'''
"""triple
over lines"""
'a' "b" '''c''' """d"""
('a'
 'b'  # between
 'c')
'it\'s' "say \"hi\"" 'both \' and "'
'\a\b\f\n\r\t\v\\\0\01\012\0123\x41\u0041\U00000041\q\8'
'continued \
line'
'''\
skipped'''
'\ud800' '\udfff\ud83d\ude00' '\U0010ffff'
'\377' '\400' '\777'
'é日本😀' 'Привет' '\xe9\u65e5'
'\x00\x7f\x80\xa0\xad\u200b\u2028\ue000\ufeff'
r'raw \n \' \\' R"\x"
u'unicode' U'upper' u'a' 'b' 'a' u'b'
b'bytes' B"\x00\xff\n\'\"\101\q" b'a' b'b' b'''c
d'''
br'\n' rb'\x' Rb"\\" bR'\''
b''
"a\
b"
'tab	inside'

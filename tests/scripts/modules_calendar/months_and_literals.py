import sys, importlib
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__,str(e)[:60].split(" at 0x")[0])
import calendar, html, ast
print(calendar.month(2024,2)); print(calendar.calendar(2023)); t(calendar.monthrange,2024,13); print(calendar.isleap(1900),calendar.leapdays(2000,2020),calendar.monthcalendar(2021,2),list(calendar.day_name),calendar.month_name[3],calendar.timegm((2020,1,1,0,0,0)))
print(calendar.TextCalendar(6).formatmonth(2022,5)); print(html.escape("<a href='x'>&\"</a>"),html.unescape("&lt;b&gt; &#65; &amp; &eacut"))
for s in ["1","-5","[1,2,'a']","{'a':(1,),'b':{1,2},'c':None}","1+2j","'a' 'b'","(1)","()","{}","True","b'x'","0x1f","1,2","[1,","set()","[[1],[2,[3]]]","1.5e3","r'\\d'"," 1","{'k': [True, False, None, 3.14]}"]: t(ast.literal_eval,s)
m=importlib.import_module("json"); print(m.dumps([1])); t(importlib.import_module,"nonexistent_zz")

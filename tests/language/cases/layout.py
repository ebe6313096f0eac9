if a:
	b
	if c:
		d

   # a comment that is indented oddly

	e
if a:
        b
else:
  c
  
	
  d

x = 1
  
y = 2
if a: # comment
  # comment

  b # comment
  # comment
# comment
  c
def f(
  a,

 b, # comment
      # comment
  c
    ):
    return [
1,
          2]
x = a + \
  b
if a and \
   b: \
  c
\
z = 1
class A:

  x = 1


  y = 2
# the end
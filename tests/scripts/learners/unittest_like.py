import unittest, sys, io
class Stack:
    def __init__(self): self.d = []
    def push(self, x): self.d.append(x)
    def pop(self):
        if not self.d: raise IndexError("empty")
        return self.d.pop()
class T(unittest.TestCase):
    def setUp(self): self.s = Stack()
    def test_pop(self): self.s.push(1); self.assertEqual(self.s.pop(), 1)
    def test_empty(self):
        with self.assertRaises(IndexError) as cm: self.s.pop()
        self.assertIn("empty", str(cm.exception))
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertLess(i, 5)
    @unittest.skip("later")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.assertTrue(False)
buf = io.StringIO()
r = unittest.TextTestRunner(stream=buf, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful())
print("\n".join(l for l in buf.getvalue().splitlines() if "Ran" not in l))

# lockstep: last-line
import unittest, threading, time
class Counter:
    def __init__(s): s.v=0; s.l=threading.Lock()
    def inc(s,n=1):
        if n<0: raise ValueError("negative amount")
        with s.l: s.v+=n
class TestCounter(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("class up")
    @classmethod
    def tearDownClass(cls): print("class down")
    def setUp(self): self.c=Counter(); self.addCleanup(print,"cleanup")
    def tearDown(self): print("down")
    def test_threads(self):
        "counts with threads"
        ts=[threading.Thread(target=lambda: [self.c.inc() for _ in range(100)]) for _ in range(4)]
        [t.start() for t in ts]; [t.join() for t in ts]
        self.assertEqual(self.c.v,400)
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: self.c.inc(-1)
        self.assertEqual(str(cm.exception),"negative amount")
        self.assertRaises(ZeroDivisionError, lambda: 1/0)
        with self.assertRaisesRegex(ValueError,"neg"): self.c.inc(-2)
    def test_fail(self): self.assertEqual(1,2,"numbers differ")
    def test_err(self): {}["k"]
    @unittest.skip("not now")
    def test_skip(self): pass
    @unittest.skipIf(True,"cond")
    def test_skip2(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.assertTrue(False)
    @unittest.expectedFailure
    def test_xs(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i): self.assertEqual(i%2,0)
    def test_notraised(self):
        with self.assertRaises(KeyError): pass
    def test_strs(self): self.assertIn("a","xyz")
    def test_almost(self): self.assertAlmostEqual(0.1+0.2,0.3); self.assertAlmostEqual(1,1.1)
class B(unittest.TestCase):
    def test_ok(self):
        self.assertListEqual([1],[1]); self.assertDictEqual({},{}); self.assertCountEqual([1,2],[2,1]); self.assertIsNone(None); self.assertRegex("abc","b"); self.assertGreater(2,1); self.assertIsInstance(1,int)
    def test_isnone(self): self.assertIsNone(5)
    def test_skipin(self): self.skipTest("inside")
    def test_count(self): self.assertCountEqual([1,2,2],[2,1,1])
    def test_true(self): self.assertTrue([])
    def test_less(self): self.assertLess(3,2)
    def test_set(self): self.assertEqual({1},{2})
    def test_len(self): self.assertEqual(len([1,2]), 3, msg="length")
    def test_str(self): self.assertEqual("abc", "abd")
    def test_list(self): self.assertEqual([1,2,3],[1,2,4,5])
    def test_dict(self): self.assertEqual({"a":1},{"a":2})
    def test_type(self): self.assertIsInstance("a", int)
    def test_logs(self):
        import logging
        with self.assertLogs("x",level="INFO") as cm: logging.getLogger("x").info("hi")
        self.assertEqual(cm.output,["INFO:x:hi"])
    def test_fail2(self): self.fail("explicit")
if __name__=="__main__": unittest.main()

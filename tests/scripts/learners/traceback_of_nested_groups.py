raise ExceptionGroup("top", [ValueError("a"), ExceptionGroup("sub", [TypeError("b"), OSError(2, "No such", "f.txt")])])

def tidy():
    try:
        print("working")
        raise RuntimeError("lost")
    finally:
        print("tidying")
        {}["second"]


tidy()

if True: for i in []: pass

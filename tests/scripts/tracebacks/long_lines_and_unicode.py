naïve = "é" * 3
values = {"ключ": [1, 2, 3], "漢字": None}
print(naïve, values["ключ"])
result = (values["ключ"][0] + values["ключ"][1]) * (values["漢字"] + len(naïve)) if naïve else None

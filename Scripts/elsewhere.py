#!/usr/bin/env python3
"""Gives what `kontor export` writes to LibreOffice and PostgreSQL, where they are installed, and says whether they read it rightly.

LibreOffice opens the tables without a window and saves them as xlsx and ods; saved as CSV again they are compared cell by cell
with what was exported, and brought in again: nothing may have changed. PostgreSQL loads the SQL into a cluster of its own, which goes
away at the end; each table must have as many rows as there are records. Exit status 1 when anything is wrong.
"""
import csv
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

PEOPLE = 300
KINDS = ["contacts", "companies", "opportunities", "calls", "meetings", "follow-ups", "notes"]


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def fill(program, folder):
    """A file with Chinese and English records of every sort that a spreadsheet may spoil."""
    store = os.path.join(folder, "kontor.db")
    people = os.path.join(folder, "people.csv")
    with open(people, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["name", "company", "position", "birthday", "about", "phone 1", "phone 2", "email 1", "address 1 street",
                      "address 1 postcode", "tags"])
        for n in range(PEOPLE):
            chinese = n % 2 == 0
            out.writerow([
                f"王伟 {n}" if chinese else f"Ada O'Lovell, {n}",
                f"广州华美 {n % 7}" if chinese else f"Engines {n % 5}, Ltd",
                "经理" if chinese else "CEO", f"19{60 + n % 40}-0{1 + n % 9}-1{n % 10}",
                f"第一行\n第二行, \"引号\" 😀 {n}" if chinese else f"-{n}.50",
                f"+86138001{38000 + n}", f"+44 20 7946 {1000 + n}", f"p{n}@example.cn", f"天河路 {n} 号", f"0{10000 + n}",
                "fair;VIP" if n % 3 else "展会",
            ])
    deals = os.path.join(folder, "deals.csv")
    with open(deals, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["name", "company", "amount", "currency", "close on", "stage", "probability"])
        for n in range(PEOPLE // 3):
            out.writerow([f"单子 {n}", f"广州华美 {n % 7}", f"{n * 1234567}.{n % 10}0" if n % 2 else n * 1000,
                          "CNY" if n % 2 else "JPY", f"2027-0{1 + n % 9}-2{n % 9}", "Proposal", n % 100])
    run(program, "import", people, "--as", "contacts", "--db", store)
    run(program, "import", deals, "--as", "opportunities", "--db", store)
    for n in range(20):
        run(program, "add", "follow-up", f"c{n + 1}", "--due", f"2027-01-{n + 1:02} 15:30", "--subject", f"送样品 {n}", "--db", store)
        run(program, "add", "note", f"c{n + 1}", f"=1+1 谈了 {n}", "--db", store)
    return store


def same(exported, found):
    """Whether a spreadsheet left a cell as it was, but for the form of a number."""
    if exported == found or exported.replace("\r\n", "\n") == found:
        return True
    try:
        return float(exported) == float(found)
    except ValueError:
        return False


def libreoffice(program, store, folder):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return print("LibreOffice is not installed.")
    out = os.path.join(folder, "out")
    run(program, "export", "all", "-o", out, "--db", store)
    text, utf8 = "CSV:44,34,76,1", "csv:Text - txt - csv (StarCalc):44,34,76,1"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    wrong = 0
    for form in ["xlsx", "ods"]:
        book, back = os.path.join(folder, form), os.path.join(folder, form + "-back")
        tables = [os.path.join(out, kind + ".csv") for kind in KINDS]
        run(office, profile, "--headless", f"--infilter={text}", "--convert-to", form, "--outdir", book, *tables)
        run(office, profile, "--headless", "--convert-to", utf8, "--outdir", back, *glob.glob(book + "/*"))
        cells = changed = 0
        for kind in KINDS:
            rows = [list(csv.reader(open(os.path.join(place, kind + ".csv"), newline="", encoding="utf-8-sig")))
                    for place in (out, back)]
            if len(rows[0]) != len(rows[1]):
                wrong += 1
                print(f"  {form}: {kind} has {len(rows[1])} rows, not {len(rows[0])}")
            for one, two in zip(*rows):
                for a, b in zip(one, two):
                    cells += 1
                    changed += a != b
                    if not same(a, b):
                        wrong += 1
                        print(f"  {form}: {kind}: {a!r} became {b!r}")
        told = run(program, "import", *[os.path.join(back, kind + ".csv") for kind in KINDS], "--db", store)
        if re.search(r"[1-9]\d* (imported|updated|skipped|refused)", told):
            wrong += 1
            print(told)
        print(f"LibreOffice, {form}: {cells} cells, {changed} written otherwise, none with another value; brought in again, nothing"
              " changed." if not wrong else f"LibreOffice, {form}: wrong")
    return wrong


def postgresql(program, store, folder):
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb")) or [shutil.which("initdb")]
    if not found[-1]:
        return print("PostgreSQL is not installed.")
    tools = os.path.dirname(found[-1])
    script = os.path.join(folder, "all.sql")
    run(program, "export", "all", "--format", "sql", "-o", script, "--db", store)
    # The server refuses to run as root.
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    home = tempfile.mkdtemp(prefix="kontor-postgres-")
    if user:
        shutil.chown(home, "postgres")
    cluster = os.path.join(home, "cluster")
    shutil.copy(script, home)
    script = os.path.join(home, "all.sql")
    os.chmod(script, 0o644)
    wrong = 0
    try:
        run(*user, f"{tools}/initdb", "-D", cluster, "-E", "UTF8", "--locale=C", "-U", "kontor", cwd=home)
        # No network, and a socket in a folder of its own.
        run(*user, f"{tools}/pg_ctl", "-D", cluster, "-w", "-l", f"{home}/log", "-o", f"-h '' -k {home}", "start", cwd=home)
        try:
            psql = [*user, f"{tools}/psql", "-h", home, "-U", "kontor", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt"]
            run(*psql, "-f", script, cwd=home)
            rows = 0
            for kind in KINDS:
                table = run(*psql, "-c", f"SELECT count(*) FROM {kind_table(kind)}", cwd=home).strip()
                listed = len(list(csv.reader(run(program, "export", kind, "--db", store).splitlines(True)))) - 1
                rows += listed
                if int(table) != listed:
                    wrong += 1
                    print(f"  PostgreSQL: {kind} has {table} rows, not {listed}")
            phones = run(*psql, "-c", "SELECT count(*) FROM contact_phone WHERE number LIKE '+86138001%'", cwd=home).strip()
            wrong += phones != str(PEOPLE)
            total = run(*psql, "-c", "SELECT sum(amount) FROM opportunity WHERE currency = 'JPY'", cwd=home).strip()
            wrong += float(total) != sum(n * 1000 for n in range(0, PEOPLE // 3, 2))
            version = run(*psql, "-c", "SHOW server_version", cwd=home).split()[0]
            print(f"PostgreSQL {version}: {rows} records, as many rows; {phones} numbers with +86, JPY {total} in all.")
        finally:
            run(*user, f"{tools}/pg_ctl", "-D", cluster, "-m", "immediate", "stop", cwd=home)
    finally:
        shutil.rmtree(home)
    return wrong


def kind_table(kind):
    return {"companies": "company", "opportunities": "opportunity", "follow-ups": "follow_up"}.get(kind, kind.rstrip("s"))


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="kontor-elsewhere-") as folder:
        store = fill(program, folder)
        wrong = [libreoffice(program, store, folder), postgresql(program, store, folder)]
    return 1 if any(wrong) else 0


sys.exit(main())

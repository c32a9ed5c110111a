#!/usr/bin/env python3
"""Gives every file of a folder of real-world files (KONTOR_CORPUS) to `kontor import --dry-run` and prints a table.

Handled is a file that was read with numbers that add up, so that each of its records is taken in, skipped, or refused with its
line and reason; refused, one that was not read, with a sentence that says why. Expected are the results of other programs beside
the files, which the tests compare (`make corpus` runs them). Wrong is all else: a crash, more than 10 seconds or 300 MB, numbers
that do not add up, raw control characters in what is printed, a file refused that must be read, or one read that must be refused.
Exit status 1 when anything is wrong.
"""
import os
import re
import sys
import tempfile
import threading
import time

FOLDERS = ["vcard", "csv", "crm", "ical", "json", "encodings"]
SECONDS = 10
MEMORY = 300 << 20
# What its name or folder says may be refused; everything else in these folders must be read.
MUST_BE_READ = re.compile(r"^(vcard/.*\.vc[fs]|crm/.*|ical/.*\.(ics|vcs))$")
MAY_BE_REFUSED = re.compile(
    r"ical4j-invalid|badlyformed|broken|bad_|invalid|fuzz|parsing_error|caldavtester/errors__|recur-errors"
    r"|malformed|issue250|evolution-data-server/7\.vcf|Invoice\.csv|insertTask"
)
# Text that its name calls a table and that is none, and what no reader should guess at.
MUST_BE_REFUSED = re.compile(r"^(json/|csv/.*(multi_schema|master_detail|UTF32)|.*badlyformed|ical/.*issue250)")
# What other programs made of the file beside it.
EXPECTED = re.compile(
    r"^(ical/kcalendarcore-recurrence/.*\.ref|ical/horde/.*\.txt|csv/csv-spectrum/.*\.json|vcard/ical\.js/.*\.json"
    r"|csv/roundcube-csv/.*\.vcf|encodings/cpython-cjk/.*-utf8\.txt|encodings/perl-encode/.*\.utf"
    r"|encodings/utf8tests/.*\.ref\.txt)$"
)
NUMBERS = re.compile(
    r"^(\d+) \S+ read: (\d+) (?:would be )?imported, (\d+) updated, (\d+) unchanged, (\d+) skipped, (\d+) refused\.$", re.M
)


def run(program, store, path):
    """Exit status (negative: the signal), what was printed, seconds and bytes of memory."""
    with tempfile.TemporaryFile() as out:
        start = time.monotonic()
        pid = os.posix_spawn(
            program,
            [program, "import", "--dry-run", path, "--db", store],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)],
        )
        timer = threading.Timer(6 * SECONDS, os.kill, (pid, 9))
        timer.start()
        _, status, usage = os.wait4(pid, 0)
        timer.cancel()
        took = time.monotonic() - start
        out.seek(0)
        return os.waitstatus_to_exitcode(status), out.read(), took, usage.ru_maxrss * 1024


def judge(name, size, status, output, seconds, memory):
    """Nothing when all is right, else what is wrong."""
    if status < 0:
        return f"ended by signal {-status}"
    if size < 1 << 20 and seconds > SECONDS:
        return f"took {seconds:.0f} s"
    if memory > MEMORY:
        return f"took {memory >> 20} MB"
    if re.search(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", output):
        return "printed control characters"
    text = output.decode("utf-8", "replace")
    for read, *parts in NUMBERS.findall(text):
        if int(read) != sum(map(int, parts)):
            return "numbers that do not add up"
    if status not in (0, 3):
        return f"exit status {status}: {text.strip()}"
    if status == 3 and not text.strip().endswith("."):
        return "refused without a sentence"
    if MUST_BE_REFUSED.match(name) and NUMBERS.search(text):
        return "read, and must be refused"
    # A file of which no record could be taken in was read; each record has its reason.
    if status == 3 and not NUMBERS.search(text) and MUST_BE_READ.match(name) and not MAY_BE_REFUSED.search(name):
        return f"refused: {text.strip()}"
    return None


def main():
    corpus, program = sys.argv[1], os.path.abspath(sys.argv[2])
    titles = ["files", "expected", "handled", "refused", "wrong", "records", "taken", "skipped", "refused"]
    print(f"{'':36}" + "".join(f"{title:>9}" for title in titles))
    total = [0] * len(titles)
    troubles = []

    def show(folder, row):
        print(f"{folder:36}" + "".join(f"{number:9}" for number in row), flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        store = os.path.join(scratch, "kontor.db")
        for top in FOLDERS:
            for place, _, files in sorted(os.walk(os.path.join(corpus, top))):
                row = [0] * len(titles)
                for file in sorted(files):
                    path = os.path.join(place, file)
                    name = os.path.relpath(path, corpus)
                    row[0] += 1
                    if EXPECTED.match(name):
                        row[1] += 1
                        continue
                    result = run(program, store, path)
                    problem = judge(name, os.path.getsize(path), *result)
                    counts = NUMBERS.findall(result[1].decode("utf-8", "replace"))
                    if problem:
                        row[4] += 1
                        troubles.append(f"{name}: {problem}")
                    else:
                        row[2 if counts or result[0] == 0 else 3] += 1
                    for read, imported, updated, unchanged, skipped, refused in counts:
                        row[5] += int(read)
                        row[6] += int(imported) + int(updated) + int(unchanged)
                        row[7] += int(skipped)
                        row[8] += int(refused)
                if files:
                    show(os.path.relpath(place, corpus), row)
                    total = [a + b for a, b in zip(total, row)]
    show("all", total)
    for trouble in troubles:
        print(trouble)
    return 1 if troubles else 0


sys.exit(main())

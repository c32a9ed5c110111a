#!/usr/bin/env python3
"""Gives every file of a folder of real-world files (KONTOR_CORPUS) to `kontor import --dry-run` and prints a table.

Handled is a file that was read with numbers that add up; refused, one that was not, with a sentence that says why. Wrong is
all else: a crash, more than 10 seconds or 300 MB, numbers that do not add up, raw control characters in what is printed, a
file refused that must be read, or one read that must be refused. Exit status 1 when anything is wrong.
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
NUMBERS = re.compile(
    r"^(\d+) \S+ read: (\d+) imported, (\d+) updated, (\d+) unchanged, (\d+) skipped, (\d+) refused\.$", re.M
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
    if name.startswith("json/") and status == 0:
        return "read, and is no file of ours"
    # A file of which no record could be taken in was read; each record has its reason.
    if status == 3 and not NUMBERS.search(text) and MUST_BE_READ.match(name) and not MAY_BE_REFUSED.search(name):
        return f"refused: {text.strip()}"
    return None


def main():
    corpus, program = sys.argv[1], os.path.abspath(sys.argv[2])
    total_wrong = 0
    print(f"{'folder':12}{'files':>7}{'handled':>9}{'refused':>9}{'wrong':>7}")
    with tempfile.TemporaryDirectory() as scratch:
        store = os.path.join(scratch, "kontor.db")
        for folder in FOLDERS:
            handled, refused, wrong = 0, 0, []
            for place, _, files in sorted(os.walk(os.path.join(corpus, folder))):
                for file in sorted(files):
                    path = os.path.join(place, file)
                    name = os.path.relpath(path, corpus)
                    result = run(program, store, path)
                    problem = judge(name, os.path.getsize(path), *result)
                    if problem:
                        wrong.append(f"{name}: {problem}")
                    elif result[0] == 0:
                        handled += 1
                    else:
                        refused += 1
            files = handled + refused + len(wrong)
            print(f"{folder:12}{files:7}{handled:9}{refused:9}{len(wrong):7}", flush=True)
            for line in wrong:
                print("    " + line)
            total_wrong += len(wrong)
    return 1 if total_wrong else 0


sys.exit(main())

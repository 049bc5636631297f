"""500 random documents, each made by the program and held to every rule of rules.py. A failure
names the seed, which alone makes the job again: random_test.py PROGRAM SEED."""

import json
import multiprocessing
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import rules
from random_jobs import JobMaker

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DOCUMENTS = 500
BATCH = 50  # made by one run of the program, one document after the other


def write_job(folder, seed):
    folder.mkdir()
    for name, content in JobMaker(seed).make().items():
        (folder / name).write_text(content, "utf-8")
    for picture in ("seal.svg", "seal.png"):
        shutil.copyfile(ROOT / "inputs" / "example-joint-notice" / picture, folder / picture)


def faults_of(seeds):
    """How many documents were made, and what is wrong with any: sentences with its seed."""
    with tempfile.TemporaryDirectory() as holder:
        holder = pathlib.Path(holder)
        jobs = [holder / f"seed-{seed}" for seed in seeds]
        for job, seed in zip(jobs, seeds):
            write_job(job, seed)
        run = subprocess.run(
            [PROGRAM, "make", *jobs, "-o", holder / "outputs", "--layouts", ROOT / "layouts",
             "--fonts", ROOT / "fonts" / "fonts.yaml", "--diagnostics", "json", "--lang", "en"],
            capture_output=True)
        if run.returncode not in (0, 1) or not run.stderr.startswith(b"{"):
            return 0, [f"seeds {seeds}: the program ended with {run.returncode}: {run.stderr[-2000:]}"]
        errors = [each for each in json.loads(run.stderr)["diagnostics"] if each["severity"] == "error"]
        found, made = [f"refused: {each}" for each in errors], 0
        for job in jobs:
            pdf = holder / "outputs" / (job.name + ".pdf")
            if pdf.exists():
                made += 1
                found += [f"{job.name}: {fault}" for fault in rules.faults(pdf)]
        return made, found


def main():
    seeds = [int(sys.argv[2])] if len(sys.argv) > 2 else list(range(DOCUMENTS))
    batches = [seeds[k:k + BATCH] for k in range(0, len(seeds), BATCH)]
    with multiprocessing.Pool(min(2, os.cpu_count() or 1)) as pool:
        results = pool.map(faults_of, batches, chunksize=1)
    found = [fault for _, faults in results for fault in faults]
    made = sum(count for count, _ in results)
    print(f"{made} of {len(seeds)} documents made, {len(found)} faults", *found[:20], sep="\n")
    return 0 if made == len(seeds) and not found else 1


if __name__ == "__main__":
    sys.exit(main())

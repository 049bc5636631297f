#!/bin/bash
# Runs one fuzzer of build/fuzz with its kept corpus: run.sh lines 60 [SEED]
#
# The suite gives a seed, so that a commit fails for what it did; without one every run differs.
# What it finds on the way is left in build/fuzz/found; an input that fails is named there
# crash-…, and its file's name as the only argument of the fuzzer repeats the failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly fuzzer=$1 seconds=$2 seed=${3:-0}
readonly found=build/fuzz/found/$fuzzer
mkdir -p "$found"
exec build/fuzz/tests/fuzz/"fuzz_$fuzzer" "$found" tests/fuzz/corpus/"$fuzzer" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=2000 \
    -artifact_prefix="$found-" -print_final_stats=1 -seed="$seed"

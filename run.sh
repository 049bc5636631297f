#!/bin/bash
# Every job in inputs/ → outputs/, as PDF with previews. Installs and builds what is missing first.
#
# Options are handed on to `banxin make`: ./run.sh --lang zh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/setup.sh

require_packages "${BUILD_PACKAGES[@]}"
fonts/install.sh
build banxin

jobs=()
for description in inputs/*/job.yaml; do
    [[ -f $description ]] && jobs+=("$(dirname "$description")")
done
((${#jobs[@]})) || stop "There is no job in inputs/." "inputs/ 中没有任务。"
exec build/release/pipeline/run/banxin make "${jobs[@]}" -o outputs --preview png "$@"

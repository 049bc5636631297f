#!/bin/bash
# Runs every test; the last lines are CTest's summary, the exit status is its own.
#
# Options are handed on to CTest: ./test.sh -R Decimal
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/setup.sh

require_packages "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
fonts/install.sh
build all
exec ctest --preset release --parallel 2 "$@"

# Sourced by run.sh and test.sh: Debian's packages, the free fonts and the release build.
#
# Each step looks first and does nothing, silently, where nothing is missing. Messages are in
# English and Chinese side by side: the person's language is not known before the program is built.
# shellcheck shell=bash disable=SC2034  # the lists are for the sourcing script

readonly BUILD_PACKAGES=(
    cmake ninja-build g++ pkg-config gettext bzip2 unicode-data
    libhpdf-dev libpango1.0-dev libcairo2-dev libicu-dev libharfbuzz-dev libdeflate-dev
    liblcms2-dev libyaml-cpp-dev libexpat1-dev libpng-dev librsvg2-dev libboost-dev libcli11-dev
    libfmt-dev libqpdf-dev libpoppler-cpp-dev libfreetype-dev libxxhash-dev
    libgtest-dev libgmock-dev libbenchmark-dev
)
readonly TEST_PACKAGES=(
    qpdf poppler-utils mupdf-tools python3-jsonschema python3-yaml
    clang libclang-rt-14-dev locales
)

say() { printf '%s\n' "$@"; }

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Prints those of the packages that dpkg does not list as installed.
missing_packages() {
    local installed package
    installed=$(dpkg-query -W -f '<${Package} ${db:Status-Status}>' "$@" 2>/dev/null) || true
    for package; do
        [[ $installed == *"<$package installed>"* ]] || echo "$package"
    done
}

require_packages() {
    command -v dpkg-query >/dev/null ||
        stop "This needs Debian 12 or a system with its packages." "需要 Debian 12 或软件包相同的系统。"
    local -a missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    if ((EUID != 0)); then
        command -v sudo >/dev/null || stop \
            "These packages are missing, and only root can install them (there is no sudo):" \
            "缺少以下软件包，须由 root 安装（本机没有 sudo）：" "  ${missing[*]}" \
            "apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing packages${as_root:+ with sudo} / 正在安装软件包${as_root:+（使用 sudo）}:" \
        "  ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get -qq update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --no-install-recommends "${missing[@]}"; } &>"$log"; then
        grep -m 3 '^E: ' "$log" >&2 || cat "$log" >&2  # without a network apt names every file
        rm "$log"
        mapfile -t missing < <(missing_packages "$@")
        stop "These packages could not be installed; check the network, the rights and apt's sources:" \
            "以下软件包未能安装，请检查网络、权限和 apt 软件源：" "  ${missing[*]}"
    fi
    rm "$log"
}

# build TARGET: brings build/release up to date. Prints only where there is something to build.
build() {
    if [[ ! -f build/release/build.ninja ]]; then
        say "Configuring / 正在配置 ..."
        mkdir -p build
        cmake --preset release >build/configure.log 2>&1 || {
            cat build/configure.log >&2
            stop "The build could not be configured." "配置失败。"
        }
    fi
    local plan
    plan=$(ninja -C build/release -n "$1" 2>&1) || true
    [[ $plan != *"no work to do"* ]] || return 0
    say "Building / 正在编译 ..."
    local -a quietly=()
    [[ -t 1 ]] || quietly=(-- --quiet)
    cmake --build --preset release --target "$1" "${quietly[@]}" ||
        stop "The build failed." "编译失败。"
}

#!/bin/bash
# Debian's font packages → the free faces in fonts/faces/, with their licences.
#
# Nothing is installed on the system and no rights are needed: packages are only downloaded and
# unpacked. Faces appear whole or not at all; when all are there, apt is not asked for anything.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
readonly faces=faces

# Package, path in the package, path under faces/. A .gz is unpacked when the last path lacks it.
readonly wanted=(
    "texlive-lang-chinese usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf FandolFang-Regular.otf"
    "texlive-lang-chinese usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolHei-Regular.otf FandolHei-Regular.otf"
    "texlive-lang-chinese usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolKai-Regular.otf FandolKai-Regular.otf"
    "texlive-lang-chinese usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz licences/fandol/COPYING"
    "texlive-lang-chinese usr/share/doc/texlive-doc/fonts/fandol/README licences/fandol/README"
    "fonts-noto-cjk usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc NotoSerifCJK-Regular.ttc"
    "fonts-noto-cjk usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc NotoSerifCJK-Bold.ttc"
    "fonts-noto-cjk usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc NotoSansCJK-Bold.ttc"
    "fonts-noto-cjk usr/share/doc/fonts-noto-cjk/copyright licences/noto-cjk/copyright"
    "fonts-liberation2 usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf LiberationSerif-Regular.ttf"
    "fonts-liberation2 usr/share/doc/fonts-liberation2/copyright licences/liberation/copyright"
    "fonts-dejavu-core usr/share/fonts/truetype/dejavu/DejaVuSans.ttf DejaVuSans.ttf"
    "fonts-dejavu-core usr/share/doc/fonts-dejavu-core/copyright licences/dejavu/copyright"
)

missing_packages() {
    local package source target
    for entry in "${wanted[@]}"; do
        read -r package source target <<<"$entry"
        [[ -s $faces/$target ]] || echo "$package"
    done | sort -u
}

# Downloads packages into the current folder. Where the system's package lists are missing or too
# old, lists of our own serve: `apt-get update` for the system would need root.
download() {
    local -a options=(-qq)
    # root's downloads go to the user _apt, which may not enter this folder
    ((EUID != 0)) || options+=(-o APT::Sandbox::User=root)
    if apt-get "${options[@]}" download "$@" 2>/dev/null; then return; fi
    mkdir -p lists/partial cache/archives/partial
    options+=(-o "Dir::State::lists=$PWD/lists" -o "Dir::Cache=$PWD/cache")
    apt-get "${options[@]}" update && apt-get "${options[@]}" download "$@"
}

# Moves the wanted files of one unpacked package into place; a rename is all or nothing.
place() {
    local package source target
    for entry in "${wanted[@]}"; do
        read -r package source target <<<"$entry"
        [[ $package == "$1" ]] || continue
        if [[ $source == *.gz && $target != *.gz ]]; then
            gzip -d "$2/$source"
            source=${source%.gz}
        fi
        chmod 644 "$2/$source"
        mkdir -p "$(dirname "$faces/$target")"
        mv "$2/$source" "$faces/$target"
    done
}

mapfile -t packages < <(missing_packages)
if ((${#packages[@]} == 0)); then exit 0; fi

echo "Fetching fonts from / 正在下载字体: ${packages[*]}"
mkdir -p "$faces"
exec {lock}>"$faces/.lock"
flock "$lock"
rm -rf "$faces"/.partial.*  # left by a run that was killed
work=$(mktemp -d "$PWD/$faces/.partial.XXXXXX")
trap 'rm -rf "$work"' EXIT
if ! (cd "$work" && download "${packages[@]}"); then
    echo "fonts/install.sh: cannot download ${packages[*]}; is there a network, and Debian's main archive in apt's sources?" >&2
    echo "fonts/install.sh: 无法下载 ${packages[*]}；请检查网络和 apt 软件源（Debian main）。" >&2
    exit 1
fi
for package in "${packages[@]}"; do
    mkdir "$work/$package"
    paths=()
    for entry in "${wanted[@]}"; do
        read -r name source target <<<"$entry"
        [[ $name == "$package" ]] && paths+=("./$source")
    done
    dpkg-deb --fsys-tarfile "$work/${package}"_*.deb | tar -x -C "$work/$package" "${paths[@]}"
    place "$package" "$work/$package"
done

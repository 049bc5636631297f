#include "pipeline/base/origin.hpp"

#include <algorithm>
#include <cassert>

namespace banxin {

std::uint8_t Sources::add(SourceFile file) {
    assert(files.size() <= kMostFiles);
    files.push_back(std::move(file));
    return static_cast<std::uint8_t>(files.size() - 1);
}

std::string Sources::describe(Origin origin) const {
    if (origin.file == 0 || origin.file >= files.size()) return {};
    const SourceFile& file = files[origin.file];
    if (file.kind == SourceKind::text) {
        std::string place = file.name;
        if (origin.row > 0) place += ":" + std::to_string(origin.row);
        if (origin.row > 0 && origin.column > 0) place += ":" + std::to_string(origin.column);
        return place;
    }
    std::string cell;
    if (origin.column > 0) cell += column_letters(origin.column);
    if (origin.row > 0) cell += std::to_string(origin.row);
    std::string place = file.name;
    if (origin.sheet < file.sheets.size() && !file.sheets[origin.sheet].empty()) {
        place += " " + file.sheets[origin.sheet];
    }
    if (!cell.empty()) place += "!" + cell;
    return place;
}

std::string column_letters(unsigned column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters += static_cast<char>('A' + (column - 1) % 26);
    }
    std::reverse(letters.begin(), letters.end());
    return letters;
}

}  // namespace banxin

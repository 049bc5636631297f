// Elements of DA/T 46-2009 (文书类电子文件元数据方案) that a document carries with it, and what
// they are called in XMP.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace banxin {

enum class ArchiveElement : std::uint8_t {
    archival_code,
    retention_period,
    class_number,
    document_number,
    security_class,
    security_term,
    urgency,
    recipients,
    copies,
};

struct ArchiveElementInfo {
    ArchiveElement element;
    std::string_view property;  ///< In XMP, below kArchiveNamespace; never changes.
    std::string_view term;      ///< In the standard.
};

inline constexpr ArchiveElementInfo kArchiveElements[] = {
    {ArchiveElement::archival_code, "archivalCode", "档号"},
    {ArchiveElement::retention_period, "retentionPeriod", "保管期限"},
    {ArchiveElement::class_number, "classNumber", "分类号"},
    {ArchiveElement::document_number, "documentNumber", "文件编号"},
    {ArchiveElement::security_class, "securityClass", "密级"},
    {ArchiveElement::security_term, "securityTerm", "保密期限"},
    {ArchiveElement::urgency, "urgency", "紧急程度"},
    {ArchiveElement::recipients, "recipients", "主送"},
    {ArchiveElement::copies, "copies", "抄送"},
};

/// The standard has no namespace for XMP: this one is the project's, and never changes.
inline constexpr std::string_view kArchiveNamespace = "urn:banxin:da-t-46-2009:";
inline constexpr std::string_view kArchivePrefix = "dat46";

[[nodiscard]] constexpr const ArchiveElementInfo& info(ArchiveElement element) {
    return std::span{kArchiveElements}[static_cast<std::size_t>(element)];
}

struct ArchiveEntry {
    ArchiveElement element;
    std::string value;
    friend bool operator==(const ArchiveEntry&, const ArchiveEntry&) = default;
};

}  // namespace banxin

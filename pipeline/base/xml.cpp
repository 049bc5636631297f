#include "pipeline/base/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace banxin {
namespace {

constexpr char kSeparator = '\x1F';  // Cannot occur in XML, so not in a namespace either.

XmlName split(const char* expanded) {
    const std::string_view name = expanded;
    const std::size_t at = name.find(kSeparator);
    if (at == std::string_view::npos) return {{}, name};
    return {name.substr(0, at), name.substr(at + 1)};
}

struct Session {
    XML_Parser parser;
    XmlHandler& handler;
    bool refused = false;

    void stop_when_enough() const {
        if (!handler.wants_more()) XML_StopParser(parser, /*resumable=*/0);
    }
};

void on_start(void* data, const char* name, const char** pairs) {
    auto& session = *static_cast<Session*>(data);
    std::vector<XmlAttributes::Pair> attributes;
    for (; pairs[0] != nullptr; pairs += 2) attributes.emplace_back(split(pairs[0]), pairs[1]);
    session.handler.start_element(split(name), XmlAttributes{std::move(attributes)});
    session.stop_when_enough();
}

void on_end(void* data, const char* name) {
    auto& session = *static_cast<Session*>(data);
    session.handler.end_element(split(name));
    session.stop_when_enough();
}

void on_characters(void* data, const char* text, int size) {
    auto& session = *static_cast<Session*>(data);
    session.handler.characters({text, static_cast<std::size_t>(size)});
}

void on_doctype(void* data, const char* /*name*/, const char* /*system*/, const char* /*public*/,
                int /*internal*/) {
    auto& session = *static_cast<Session*>(data);
    session.refused = true;
    XML_StopParser(session.parser, /*resumable=*/0);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view local) const { return get({}, local); }

std::string_view XmlAttributes::get(std::string_view uri_end, std::string_view local) const {
    const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) {
        return pair.first.local == local && pair.first.uri.ends_with(uri_end);
    });
    return found == pairs_.end() ? std::string_view{} : found->second;
}

bool parse_xml(std::string_view xml, XmlHandler& handler) {
    struct Closer {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    const std::unique_ptr<XML_ParserStruct, Closer> parser{XML_ParserCreateNS(nullptr, kSeparator)};
    if (!parser || xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return false;
    }
    Session session{parser.get(), handler};
    XML_SetUserData(parser.get(), &session);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_characters);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    const XML_Status status =
        XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), /*isFinal=*/1);
    if (session.refused) return false;
    return status == XML_STATUS_OK ||
           (XML_GetErrorCode(parser.get()) == XML_ERROR_ABORTED && !handler.wants_more());
}

}  // namespace banxin

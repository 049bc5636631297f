// XML bytes → a sequence of events, for the parts of office files. Builds no tree.
//
// Expat stays behind this header. A document type declaration, which office files never have, is
// refused, so that no entity can be defined and text cannot grow by being read.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace banxin {

/// A name and the URI of its namespace, which may be empty. Valid during the event only.
struct XmlName {
    std::string_view uri;
    std::string_view local;
};

class XmlAttributes {
  public:
    using Pair = std::pair<XmlName, std::string_view>;
    explicit XmlAttributes(std::vector<Pair> pairs) : pairs_{std::move(pairs)} {}

    /// The value of the first attribute with this local name; empty when there is none.
    [[nodiscard]] std::string_view get(std::string_view local) const;
    /// … whose namespace ends in `uri_end`: `table:1.0`. Tells office:value-type from others.
    [[nodiscard]] std::string_view get(std::string_view uri_end, std::string_view local) const;

  private:
    std::vector<Pair> pairs_;
};

class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start_element(const XmlName& name, const XmlAttributes& attributes) = 0;
    virtual void end_element(const XmlName& name) = 0;
    /// A piece of text; what stands between two tags may come in several.
    virtual void characters(std::string_view utf8) = 0;
    /// Asked after each event: a handler that has enough ends reading early.
    [[nodiscard]] virtual bool wants_more() const { return true; }
};

/// False when `xml` is not well-formed; the handler has then seen the events before the fault.
/// Ended early counts as well-formed.
[[nodiscard]] bool parse_xml(std::string_view xml, XmlHandler& handler);

}  // namespace banxin

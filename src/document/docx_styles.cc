#include "document/docx_styles.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace crosscheck {

namespace {

constexpr int kLongestChain = 20;  // of styles that are based on others; files can hold circles

struct StyleWord {
  absl::string_view begins;  // of the style's name in lower case
  Zone zone;
};

constexpr StyleWord kStyleWords[] = {
    {"title", Zone::kTitle},
    {"subtitle", Zone::kDek},
    {"heading", Zone::kHeading},
    {"quote", Zone::kQuotation},
    {"intense quote", Zone::kQuotation},
    {"block text", Zone::kQuotation},
    {"caption", Zone::kCaption},
    {"toc ", Zone::kBoilerplate},
    {"table of ", Zone::kBoilerplate},
    {"index ", Zone::kBoilerplate},
    {"list bullet", Zone::kListItem},
    {"list number", Zone::kListItem},
};

// One style by itself, without those that it is based on.
void Apply(pugi::xml_node style, const std::string& w, DocxStyle& out) {
  const std::string name =
      absl::AsciiStrToLower(style.child((w + "name").c_str()).attribute((w + "val").c_str()).value());
  const pugi::xml_node paragraph = style.child((w + "pPr").c_str());
  const pugi::xml_node run = style.child((w + "rPr").c_str());
  const auto set = [&out](Zone zone) {
    if (out.settled) return;
    out.zone = zone;
    out.settled = true;
  };
  for (const StyleWord& word : kStyleWords) {
    if (absl::StartsWith(name, word.begins)) {
      set(word.zone);
      break;
    }
  }
  const pugi::xml_attribute outline = paragraph.child((w + "outlineLvl").c_str()).attribute((w + "val").c_str());
  if (!outline.empty() && outline.as_int(9) < 9) set(Zone::kHeading);
  if (!paragraph.child((w + "numPr").c_str()).empty()) set(Zone::kListItem);
  out.bold = out.bold || IsOn(run, w + "b");
  out.hidden = out.hidden || IsOn(run, w + "vanish");
}

}  // namespace

bool IsOn(pugi::xml_node properties, const std::string& name) {
  const pugi::xml_node node = properties.child(name.c_str());
  if (node.empty()) return false;
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const absl::string_view value = attribute.value();
    if (absl::EndsWith(attribute.name(), "val")) return value != "0" && value != "false" && value != "off";
  }
  return true;
}

std::map<std::string, DocxStyle> ReadDocxStyles(pugi::xml_node root, const std::string& w) {
  const std::string id = w + "styleId", style_name = w + "style";  // the range of children keeps a pointer
  std::map<std::string, pugi::xml_node> nodes;
  for (const pugi::xml_node style : root.children(style_name.c_str())) {
    nodes.emplace(style.attribute(id.c_str()).value(), style);
  }
  std::map<std::string, DocxStyle> out;
  for (const auto& [name, node] : nodes) {
    DocxStyle& style = out[name];
    pugi::xml_node at = node;
    for (int i = 0; i < kLongestChain && !at.empty(); ++i) {
      Apply(at, w, style);
      const auto base = nodes.find(at.child((w + "basedOn").c_str()).attribute((w + "val").c_str()).value());
      at = base == nodes.end() ? pugi::xml_node() : base->second;
    }
  }
  return out;
}

}  // namespace crosscheck
